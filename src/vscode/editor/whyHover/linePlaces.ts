/** Where on a line the hover about the line answers. */
export const LINE_HOVERS = ['off', 'lineEnd', 'line'] as const;
export type LineHover = (typeof LINE_HOVERS)[number];

/** The part of a line that a hover is about, as columns in UTF-16 units. */
export interface LinePart {
  readonly start: number;
  readonly end: number;
}

/**
 * What a hover at `character` of a line is about; null where the line stays silent. `lineEnd` answers behind the last
 * character that is no white space and in the indentation, where no symbol has a hover of its own; a blank line is all that.
 */
export function hoveredPart(text: string, character: number, mode: LineHover): LinePart | null {
  if (mode === 'off') return null;
  const begin = text.length - text.trimStart().length;
  if (mode === 'line' || begin === text.length) return { start: 0, end: text.length };
  const behind = text.trimEnd().length;
  if (character >= behind) return { start: behind, end: text.length };
  return character < begin ? { start: 0, end: begin } : null;
}
