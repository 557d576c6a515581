import { textWidth } from './text.ts';

/** Sizes of a legend's entry: its sample, what follows it, and its row. */
export const swatch = 9;
export const gap = 5;
export const legendRow = 17;

const between = 16;

/** Where the entries of a legend stand when they flow into rows of `width` pixels. */
export function legendFlow(labels: readonly string[], width: number): { readonly x: number; readonly row: number }[] {
  let x = 0;
  let row = 0;
  return labels.map(label => {
    const wide = swatch + gap + Math.min(textWidth(label), width - swatch - gap);
    if (x > 0 && x + wide > width) {
      x = 0;
      row++;
    }
    const place = { x, row };
    x += wide + between;
    return place;
  });
}

/** Pixels that the widest entry takes. */
export function legendWidth(labels: readonly string[]): number {
  return Math.ceil(swatch + gap + Math.max(0, ...labels.map(label => textWidth(label))));
}
