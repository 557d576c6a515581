import { fitText, textWidth } from './text.ts';

/** Where a marker's label stands: in a row of its own where labels would touch. `text` is '' where there is no room. */
export interface MarkerPlace {
  readonly text: string;
  readonly row: number;
  /** To the left of its line; to the right otherwise. */
  readonly left: boolean;
}

const gap = 12;
const leastWidth = 30;

/**
 * Deals labels out over at most `rows` rows, from left to right. A label starts at its line and ends before `right`, and
 * before the marker that comes `rows` later: so there is always a free row for the next one. Where it would have to be cut
 * it stands to the left of its line, if there is room.
 */
export function markerRows(
  markers: readonly { readonly x: number; readonly label: string }[],
  right: number,
  rows: number,
): MarkerPlace[] {
  const order = markers.map((_, index) => index).sort((a, b) => (markers[a]?.x ?? 0) - (markers[b]?.x ?? 0));
  const places = markers.map((): MarkerPlace => ({ text: '', row: 0, left: false }));
  const ends = new Array<number>(rows).fill(0);
  order.forEach((index, rank) => {
    const { x, label } = markers[index] ?? { x: 0, label: '' };
    const row = firstRow(ends, x);
    const next = order[rank + rows];
    const room = Math.min(right, (next === undefined ? undefined : markers[next]?.x) ?? right) - x - gap;
    const wide = textWidth(label);
    const leftRow = wide <= room ? -1 : firstRow(ends, x - gap - wide);
    if (leftRow >= 0) {
      places[index] = { text: label, row: leftRow, left: true };
      ends[leftRow] = x + gap;
      return;
    }
    const text = row < 0 || room < leastWidth ? '' : fitText(label, room);
    if (text === '') return;
    places[index] = { text, row, left: false };
    ends[row] = x + gap + textWidth(text);
  });
  return places;
}

function firstRow(ends: readonly number[], start: number): number {
  return ends.findIndex(end => end <= start);
}
