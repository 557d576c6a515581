import type { Place } from './nearestPlace.ts';

/** Deals the places out over at most `most` outlines of dots: lines of no length, which round caps make visible. */
export function dotOutlines(places: readonly Place[], most: number): string[] {
  const outlines = new Array<string>(Math.min(places.length, most)).fill('');
  places.forEach(({ x, y }, index) => {
    const pile = index % most;
    outlines[pile] = `${outlines[pile] ?? ''}M${tenths(x)},${tenths(y)}h0`;
  });
  return outlines;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
