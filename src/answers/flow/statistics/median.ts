/** The middle value, or the midpoint of the two middle ones (R type 7 at 0.5), in the values' unit; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (lower === undefined || upper === undefined) return null;
  // Two values without an end have their middle there too.
  return lower === upper ? lower : lower + (upper - lower) / 2;
}
