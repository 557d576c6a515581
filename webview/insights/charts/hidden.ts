import type { Paper } from './drawing.ts';
import type { Box } from './geometry.ts';
import { svgElement } from './svg.ts';
import { fontSize, textWidth } from './text.ts';

/** What a tooltip says where something is hidden. */
export const hiddenText = 'Hidden to protect people';

/** Pixels that the ticks take below an axis. */
export const hiddenTick = 6;

const size = 5;
const sample = 14;
const gap = 5;
/** Nothing moves this text where a font is wider than the estimate. */
const slack = 1.08;

/** Marks what is hidden: hatched in the text's colour, with an outline, so that it is no bar in any theme. */
export interface HiddenHatch {
  readonly definitions: SVGElement;
  /** A hatched patch. */
  patch(box: Box): SVGElement;
}

export function hiddenHatch({ document, id }: Pick<Paper, 'document' | 'id'>): HiddenHatch {
  const name = `${id}-hidden`;
  const lines = svgElement(document, 'path', {
    d: 'M-1,6L6,-1M-1,1L1,-1M4,6L6,4',
    stroke: 'var(--vscode-foreground)',
    'stroke-width': 1.2,
    fill: 'none',
  });
  const pattern = svgElement(
    document,
    'pattern',
    { id: name, width: size, height: size, patternUnits: 'userSpaceOnUse' },
    lines,
  );
  return {
    definitions: svgElement(document, 'defs', {}, pattern),
    patch: ({ left, right, top, bottom }) =>
      svgElement(document, 'rect', {
        class: 'hidden-part',
        x: left,
        y: top,
        width: Math.max(1, right - left),
        height: bottom - top,
        fill: `url(#${name})`,
        stroke: 'var(--vscode-foreground)',
        'stroke-width': 0.75,
      }),
  };
}

/** The place of a tick below an axis, from `left` to `right`. */
export function tickBox(left: number, right: number, axis: number): Box {
  const inset = Math.min(1, (right - left) * 0.1);
  return { left: left + inset, right: right - inset, top: axis + 1, bottom: axis + hiddenTick };
}

/** Says at the right end of the caption's line what the hatching means, in as many words as there is room for. */
export function hiddenLegend(paper: Paper, hatch: HiddenHatch, caption: string): SVGElement[] {
  const wide = (text: string) => textWidth(text) * slack;
  const room = paper.width - wide(caption) - sample - gap - 12;
  const label = [hiddenText.toLowerCase(), 'hidden'].find(text => wide(text) <= room);
  if (label === undefined) return [];
  const x = paper.width - wide(label);
  const right = x - gap;
  return [
    hatch.patch({ left: right - sample, right, top: 2, bottom: fontSize + 1 }),
    svgElement(paper.document, 'text', { x, y: fontSize, 'text-anchor': 'start' }, label),
  ];
}
