import { normalTail } from './distributions.ts';

/** Above this the normal approximation is as good, and counting takes long. */
const LARGEST_EXACT = 8;

/**
 * The Hodges-Lehmann shift: the median of all differences after - before, in the values' unit. Exact for groups of any
 * size, without a matrix of differences: the middle one is found by bisection. A value may be Infinity (not finished in
 * the time looked at); two such are taken as equal. null without values, or when the middle difference is not finite.
 */
export function hodgesLehmann(before: readonly number[], after: readonly number[]): number | null {
  if (before.length === 0 || after.length === 0) return null;
  const [low, high] = [before, after].map(values => Float64Array.from(values).sort());
  if (low === undefined || high === undefined) return null;
  const pairs = low.length * high.length;
  const lower = difference(low, high, Math.floor((pairs + 1) / 2));
  const upper = pairs % 2 === 1 ? lower : difference(low, high, pairs / 2 + 1);
  const middle = lower + (upper - lower) / 2;
  return Number.isFinite(middle) ? middle : null;
}

export interface RankTest {
  /** Pairs in which the value after is the larger, ties as one half. */
  readonly u: number;
  /** Two-sided. */
  readonly p: number;
  /** By counting all orders; otherwise by the normal approximation with corrections for ties and continuity. */
  readonly exact: boolean;
}

/** Mann-Whitney's test of two groups; null without values. Exact without ties and with at most 8 values in one group. */
export function mannWhitney(before: readonly number[], after: readonly number[]): RankTest | null {
  if (before.length === 0 || after.length === 0) return null;
  const pairs = before.length * after.length;
  const size = before.length + after.length;
  const all = [...before.map(value => ({ value, isAfter: 0 })), ...after.map(value => ({ value, isAfter: 1 }))];
  all.sort((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  let ranks = 0;
  let tied = 0;
  for (let first = 0, next = 0; first < size; first = next) {
    let isAfter = 0;
    for (next = first; next < size && all[next]?.value === all[first]?.value; next++)
      isAfter += all[next]?.isAfter ?? 0;
    ranks += isAfter * ((first + 1 + next) / 2);
    tied += (next - first) ** 3 - (next - first);
  }
  const u = ranks - (after.length * (after.length + 1)) / 2;
  const extreme = Math.max(u, pairs - u);
  if (tied === 0 && Math.min(before.length, after.length) <= LARGEST_EXACT)
    return { u, p: Math.min(1, 2 * shareUpTo(pairs - extreme, before.length, after.length)), exact: true };
  const deviation = Math.sqrt((pairs / 12) * (size + 1 - tied / (size * (size - 1))));
  const z = deviation === 0 ? 0 : (extreme - pairs / 2 - 0.5) / deviation;
  return { u, p: Math.min(1, 2 * normalTail(z)), exact: false };
}

/** Vargha and Delaney's A: the chance that a value after is larger than one before; 0.5 is no difference. null without values. */
export function a12(before: readonly number[], after: readonly number[]): number | null {
  const test = mannWhitney(before, after);
  return test === null ? null : test.u / (before.length * after.length);
}

/** The difference of the given rank (from 1) among all high - low. Both ascending. */
function difference(low: Float64Array, high: Float64Array, rank: number): number {
  const finite = (values: Float64Array): Float64Array => values.filter(Number.isFinite);
  const [finiteLow, finiteHigh] = [finite(low), finite(high)];
  let below = (finiteHigh[0] ?? 0) - (finiteLow.at(-1) ?? 0);
  let above = (finiteHigh.at(-1) ?? 0) - (finiteLow[0] ?? 0);
  // Two endless values differ by 0, which may lie outside.
  below = Math.min(below, 0);
  above = Math.max(above, 0);
  if (countUpTo(low, high, above) < rank) return Infinity;
  if (countUpTo(low, high, below) >= rank) return countUpTo(low, high, -Number.MAX_VALUE) >= rank ? -Infinity : below;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return above;
    if (countUpTo(low, high, middle) < rank) below = middle;
    else above = middle;
  }
}

/** How many differences high - low (both ascending) are at most `limit`: one walk, as they grow along one side and shrink along the other. */
export function countUpTo(low: Float64Array, high: Float64Array, limit: number): number {
  let count = 0;
  let column = 0;
  for (const value of high) {
    for (; column < low.length; column++) {
      const other = low[column] ?? 0;
      if ((value === other ? 0 : value - other) <= limit) break;
    }
    count += low.length - column;
  }
  return count;
}

/** P(U <= u) by the number of orders of each U: the coefficients of the Gaussian binomial (Mann and Whitney 1947). */
function shareUpTo(u: number, one: number, other: number): number {
  const [small, large] = [Math.min(one, other), Math.max(one, other)];
  const counts = new Float64Array(u + 1);
  counts[0] = 1;
  let orders = 1;
  for (let i = 1; i <= small; i++) {
    for (let at = u; at >= large + i; at--) counts[at] = (counts[at] ?? 0) - (counts[at - large - i] ?? 0);
    for (let at = i; at <= u; at++) counts[at] = (counts[at] ?? 0) + (counts[at - i] ?? 0);
    orders *= (large + i) / i;
  }
  return counts.reduce((sum, count) => sum + count, 0) / orders;
}
