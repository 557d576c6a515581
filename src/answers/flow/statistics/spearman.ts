import { studentTwoSided } from './distributions.ts';

export interface RankCorrelation {
  readonly rho: number;
  /** Two-sided, by Student's distribution. */
  readonly p: number;
}

/**
 * Spearman's rank correlation of pairs, ties with mean ranks. An association, never a cause. null for fewer than three
 * pairs, or when one side has only one value. Throws a RangeError for sides of different lengths.
 */
export function spearman(xs: readonly number[], ys: readonly number[]): RankCorrelation | null {
  if (xs.length !== ys.length) throw new RangeError('pairs need as many values on both sides');
  if (xs.length < 3) return null;
  const [one, other] = [ranks(xs), ranks(ys)];
  const middle = (xs.length + 1) / 2;
  let [together, ofOne, ofOther] = [0, 0, 0];
  for (const [index, rank] of one.entries()) {
    const [x, y] = [rank - middle, (other[index] ?? 0) - middle];
    together += x * y;
    ofOne += x * x;
    ofOther += y * y;
  }
  if (ofOne === 0 || ofOther === 0) return null;
  const rho = Math.min(1, Math.max(-1, together / Math.sqrt(ofOne * ofOther)));
  const freedom = xs.length - 2;
  const left = 1 - rho * rho;
  return { rho, p: left === 0 ? 0 : studentTwoSided(rho * Math.sqrt(freedom / left), freedom) };
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranked = values.map(() => 0);
  for (let first = 0, next = 0; first < order.length; first = next) {
    for (next = first; next < order.length && order[next]?.value === order[first]?.value; next++);
    for (const { index } of order.slice(first, next)) ranked[index] = (first + 1 + next) / 2;
  }
  return ranked;
}
