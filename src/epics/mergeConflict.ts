import type { TextRange } from '../model/textRange.ts';

/** Range of the line that begins an unresolved merge conflict; null when there is none. Both ends must be there. */
export function mergeConflict(text: string): TextRange | null {
  const begin = /^<{7}(?: .*)?$/m.exec(text);
  if (begin === null || !/^>{7}(?: |\r?$)/m.test(text)) return null;
  return { start: begin.index, end: begin.index + begin[0].length };
}
