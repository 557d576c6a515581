import type { Fills } from './fills.ts';
import { spreadLabels } from './spreadLabels.ts';
import { gap, legendRow, swatch } from './legendFlow.ts';
import { svgElement } from './svg.ts';
import { fitText } from './text.ts';

/** One entry: a sample of the fill and the name of the part. */
export function legendEntry(
  document: Document,
  fills: Fills,
  part: number,
  label: string,
  place: { readonly x: number; readonly y: number; readonly room: number },
): SVGElement[] {
  return [
    svgElement(document, 'rect', {
      x: place.x,
      y: place.y - swatch / 2,
      width: swatch,
      height: swatch,
      fill: fills.of(part),
    }),
    svgElement(
      document,
      'text',
      { x: place.x + swatch + gap, y: place.y, dy: '0.32em', 'text-anchor': 'start' },
      fitText(label, place.room - swatch - gap),
    ),
  ];
}

/** Heights of the names beside a stack, near the parts that they name. */
export function legendHeights(wanted: readonly number[], top: number, bottom: number): number[] {
  return spreadLabels(wanted, legendRow, top + swatch / 2, bottom - swatch / 2);
}
