/** Tables that are as likely as the observed one but for rounding count as such (R's `fisher.test`). */
const SLACK = 1 + 1e-7;

export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

export interface FisherTest {
  readonly twoSided: number;
  /** The alternative that the first row has more of the first column. */
  readonly greater: number;
}

/** Fisher's exact test of a table of counts: p-values; 1 for an empty table. */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): FisherTest {
  const logFactorials = [0];
  for (let n = 1; n <= a + b + c + d; n++) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n));
  const ways = (n: number, k: number): number =>
    (logFactorials[n] ?? 0) - (logFactorials[k] ?? 0) - (logFactorials[n - k] ?? 0);
  const [row, column, all] = [a + b, a + c, a + b + c + d];
  const chance = (first: number): number =>
    Math.exp(ways(row, first) + ways(all - row, column - first) - ways(all, column));
  const observed = chance(a);
  let [twoSided, greater] = [0, 0];
  for (let first = Math.max(0, column - (all - row)); first <= Math.min(row, column); first++) {
    const p = chance(first);
    if (p <= observed * SLACK) twoSided += p;
    if (first >= a) greater += p;
  }
  return { twoSided: Math.min(1, twoSided), greater: Math.min(1, greater) };
}
