const LEAST = 1024;
/** Small, because the old and the new array are in memory together. */
const GROWTH = 1.25;

/** How many places a growing array gets when it needs `count`. */
export function capacityFor(count: number): number {
  return Math.max(LEAST, Math.ceil(count * GROWTH));
}
