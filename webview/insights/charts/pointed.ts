import type { Box, Mark } from './geometry.ts';
import { nearestPlace, type Place } from './nearestPlace.ts';

const reach = 24;

/** The index of the mark under a pointer: one that it is inside of, the smallest first, else the nearest within reach. */
export function pointed(marks: readonly Mark[], pointer: Place): number | null {
  let inside = -1;
  let least = Infinity;
  for (const [index, { box }] of marks.entries()) {
    if (box === null || !holds(box, pointer)) continue;
    const size = (box.right - box.left) * (box.bottom - box.top);
    if (size >= least) continue;
    least = size;
    inside = index;
  }
  return inside < 0 ? nearestPlace(marks, pointer, reach) : inside;
}

function holds({ left, right, top, bottom }: Box, { x, y }: Place): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
