/** METRICS Q1: a place is clear when it stays the first in this part of the resamples. */
const CLEAR = 0.8;
const RESAMPLES = 1_000;

/** Which column of numbers has the largest sum, and how sure that is. */
export interface Clearest {
  readonly column: number;
  /** Part of the resamples in which it stays the largest. */
  readonly held: number;
  readonly isClear: boolean;
}

/**
 * The column with the largest sum of `rows` (one a work item), and how often it stays that when as many rows are drawn
 * with replacement (Efron and Tibshirani 1993). null when every sum is 0. Independent of the order of the rows.
 */
export function clearest(rows: readonly (readonly number[])[], random: () => number): Clearest | null {
  const sorted = rows.toSorted(byValues);
  const columns = sorted[0]?.length ?? 0;
  const column = largest(sumsOf(sorted.length, at => sorted[at], columns));
  if (column === null) return null;
  let held = 0;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const sums = sumsOf(sorted.length, () => sorted[Math.floor(random() * sorted.length)], columns);
    if (largest(sums) === column) held++;
  }
  return { column, held: held / RESAMPLES, isClear: held / RESAMPLES >= CLEAR };
}

function sumsOf(rows: number, row: (at: number) => readonly number[] | undefined, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let at = 0; at < rows; at++) {
    const values = row(at) ?? [];
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (values[column] ?? 0);
  }
  return sums;
}

/** The first column of those with the largest sum; null when all are 0. */
function largest(sums: Float64Array): number | null {
  const most = sums.reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? null : sums.indexOf(most);
}

function byValues(a: readonly number[], b: readonly number[]): number {
  for (let column = 0; column < a.length; column++) {
    const difference = (a[column] ?? 0) - (b[column] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
