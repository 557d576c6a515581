import { clustersOf, LEAST_CLUSTERS, middle95, type BootstrapInterval, type Clustered } from './bootstrap.ts';
import { countUpTo } from './twoGroups.ts';

/** Sums of weights differ by rounding only. */
const SLACK = 1e-9;

/** A whole number (seconds, say) and the kind of thing that it is of. Values may be Infinity. */
export interface StratifiedValue extends Clustered {
  readonly stratum: string;
}

/** One stratum, both sides ascending. */
type Stratum = readonly [before: Float64Array, after: Float64Array];

/**
 * The stratified Hodges-Lehmann shift: the weighted median of the differences after - before inside each stratum, where a
 * pair of a stratum of n items weighs 1 / (n + 1) (van Elteren 1960). With one stratum it is the plain shift. null when no
 * stratum has both sides, or when the middle difference is not finite.
 */
export function stratifiedShift(before: readonly StratifiedValue[], after: readonly StratifiedValue[]): number | null {
  const strata = strataOf(before, after).map(([old, recent]): Stratum => [valuesOf(old), valuesOf(recent)]);
  const shift = weightedMiddle(strata, reachOf(strata));
  return Number.isFinite(shift) ? shift : null;
}

/**
 * Its 95 % interval: percentile bootstrap (Efron and Tibshirani 1993) that draws the clusters of each side, or single
 * values where a side has fewer than six clusters. null when no stratum has both sides.
 */
export function bootstrapStratifiedShift(
  before: readonly StratifiedValue[],
  after: readonly StratifiedValue[],
  random: () => number,
  resamples = 10_000,
): BootstrapInterval | null {
  const strata = strataOf(before, after);
  if (strata.length === 0) return null;
  const sides = [0, 1].map(side => strata.flatMap(stratum => stratum[side] ?? []));
  const clustered = sides.every(side => clustersOf(side) >= LEAST_CLUSTERS);
  const [drawBefore, drawAfter] = [0, 1].map(side =>
    drawing(
      strata.map(stratum => stratum[side] ?? []),
      clustered,
      random,
    ),
  );
  if (drawBefore === undefined || drawAfter === undefined) return null;
  const reach = reachOf(strata.map(([old, recent]): Stratum => [valuesOf(old), valuesOf(recent)]));
  const shifts = Float64Array.from({ length: resamples }, () => {
    const [old, recent] = [drawBefore(), drawAfter()];
    const drawn = old.map((values, at): Stratum => [values, recent[at] ?? new Float64Array()]);
    return weightedMiddle(drawn, reach);
  });
  return { ...middle95(shifts), clustered };
}

/** The strata that both sides have, by name, so that the order of the values does not matter. */
function strataOf(
  before: readonly StratifiedValue[],
  after: readonly StratifiedValue[],
): (readonly [StratifiedValue[], StratifiedValue[]])[] {
  const names = [...new Set(before.map(({ stratum }) => stratum))].sort();
  return names
    .map(name => {
      const [old, recent] = [before, after].map(side =>
        side.filter(({ stratum }) => stratum === name).sort((a, b) => byValue(a, b) || a.cluster - b.cluster),
      );
      return [old ?? [], recent ?? []] as const;
    })
    .filter(([, recent]) => recent.length > 0);
}

function byValue({ value: a }: Clustered, { value: b }: Clustered): number {
  return a === b ? 0 : a - b;
}

function valuesOf(values: readonly Clustered[]): Float64Array {
  return Float64Array.from(values, ({ value }) => value);
}

/** Draws as many clusters as there are, with replacement: the values of each stratum, ascending. */
function drawing(
  strata: readonly (readonly Clustered[])[],
  clustered: boolean,
  random: () => number,
): () => Float64Array[] {
  const numbers = new Map<number, number>();
  let count = 0;
  const numbered = strata.map(values =>
    values.map(({ value, cluster }) => {
      const number = clustered ? (numbers.get(cluster) ?? count) : count;
      if (number === count) count++;
      numbers.set(cluster, number);
      return { value, number };
    }),
  );
  const times = new Int32Array(count);
  return () => {
    times.fill(0);
    for (let draw = 0; draw < count; draw++) {
      const number = Math.floor(random() * count);
      times[number] = (times[number] ?? 0) + 1;
    }
    return numbered.map(values => {
      const drawn = new Float64Array(values.reduce((sum, { number }) => sum + (times[number] ?? 0), 0));
      let at = 0;
      for (const { value, number } of values) for (let time = times[number] ?? 0; time > 0; time--) drawn[at++] = value;
      return drawn;
    });
  };
}

/**
 * Halfway between the least differences up to which half of the weight, and more than half, lies; `reach` is what finite
 * differences lie between. NaN without a pair. Ten thousand draws come here, so it only loops.
 */
function weightedMiddle(strata: readonly Stratum[], [least, most]: Reach): number {
  const weights = strata.map(([before, after]) => 1 / (before.length + after.length + 1));
  let total = 0;
  for (const [at, [before, after]] of strata.entries()) total += (weights[at] ?? 0) * before.length * after.length;
  if (total === 0) return NaN;
  const upTo = (limit: number): number => {
    let sum = 0;
    for (const [at, [before, after]] of strata.entries()) sum += (weights[at] ?? 0) * countUpTo(before, after, limit);
    return sum;
  };
  const [enough, beyond] = [total * (0.5 - SLACK), total * (0.5 + SLACK)];
  const lower = leastWhole(least, most, limit => upTo(limit) >= enough);
  const isBeyond = (limit: number): boolean => upTo(limit) > beyond;
  const upper = Number.isFinite(lower) && isBeyond(lower) ? lower : leastWhole(least, most, isBeyond);
  return lower === upper ? lower : lower + (upper - lower) / 2;
}

type Reach = readonly [least: number, most: number];

/** What finite differences lie between. Two endless values differ by 0. */
function reachOf(strata: readonly Stratum[]): Reach {
  let [least, most] = [0, 0];
  for (const [before, after] of strata) {
    const [old, recent] = [before, after].map(side => side.filter(Number.isFinite));
    least = Math.min(least, (recent?.[0] ?? 0) - (old?.at(-1) ?? 0));
    most = Math.max(most, (recent?.at(-1) ?? 0) - (old?.[0] ?? 0));
  }
  return [least, most];
}

/** The least whole number for which something holds that holds for all larger ones; infinite where that is out of reach. */
function leastWhole(least: number, most: number, holds: (limit: number) => boolean): number {
  let [below, above] = [least - 1, most];
  if (holds(below)) return -Infinity;
  if (!holds(above)) return Infinity;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
