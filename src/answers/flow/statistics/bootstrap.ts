/** With fewer weeks than this on a side, weeks cannot be drawn: items are. */
export const LEAST_CLUSTERS = 6;

/** A value and what it belongs to (an ISO week): values of one cluster are drawn together, as they are not independent. */
export interface Clustered {
  readonly value: number;
  readonly cluster: number;
}

/** A 95 % interval; an end is infinite where the draws have none. */
export interface BootstrapInterval {
  readonly low: number;
  readonly high: number;
  /** Clusters were drawn; otherwise single values, as there are fewer than six clusters. */
  readonly clustered: boolean;
}

/**
 * The 95 % interval of the difference of medians, after - before, in the values' unit: percentile bootstrap (Efron and
 * Tibshirani 1993) that draws clusters inside each group. Values may be Infinity. null when a group is empty.
 */
export function bootstrapMedianDifference(
  before: readonly Clustered[],
  after: readonly Clustered[],
  random: () => number,
  resamples = 10_000,
): BootstrapInterval | null {
  if (before.length === 0 || after.length === 0) return null;
  const clustered = [before, after].every(group => clustersOf(group) >= LEAST_CLUSTERS);
  const [drawBefore, drawAfter] = [before, after].map(group => drawing(group, clustered, random));
  if (drawBefore === undefined || drawAfter === undefined) return null;
  const differences = Float64Array.from({ length: resamples }, () => {
    drawBefore.draw();
    drawAfter.draw();
    return drawAfter.median() - drawBefore.median();
  });
  return { ...middle95(differences), clustered };
}

/**
 * The 95 % interval of the 85th over the 50th percentile (both by nearest rank), by the same draws. null without values.
 */
export function bootstrapRatio(
  values: readonly Clustered[],
  random: () => number,
  resamples = 10_000,
): BootstrapInterval | null {
  if (values.length === 0) return null;
  const clustered = clustersOf(values) >= LEAST_CLUSTERS;
  const drawn = drawing(values, clustered, random);
  const ratios = Float64Array.from({ length: resamples }, () => {
    drawn.draw();
    return drawn.percentile(85) / drawn.percentile(50);
  });
  return { ...middle95(ratios), clustered };
}

interface Drawing {
  /** Draws as many clusters as there are, with replacement. */
  draw(): void;
  /** Of the last draw: midpoint, and nearest rank. */
  median(): number;
  percentile(percent: number): number;
}

/** Nothing is sorted for a draw: the values are sorted once, and a draw only says how often each one counts. */
function drawing(group: readonly Clustered[], clustered: boolean, random: () => number): Drawing {
  const sorted = group.toSorted((a, b) => (a.value === b.value ? a.cluster - b.cluster : a.value - b.value));
  const values = Float64Array.from(sorted, ({ value }) => value);
  const numbers = new Map<number, number>();
  const clusters = Int32Array.from(sorted, ({ cluster }, index) => {
    if (!clustered) return index;
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
  const count = clustered ? numbers.size : values.length;
  const sizes = new Int32Array(count);
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  const times = new Int32Array(count);
  let total = 0;
  /** The midpoint of the drawn values of two ranks (from 1), of which the second is no smaller. */
  const between = (lower: number, upper: number): number => {
    let index = 0;
    let count = times[clusters[0] ?? 0] ?? 0;
    while (count < lower) count += times[clusters[++index] ?? 0] ?? 0;
    const low = values[index] ?? NaN;
    while (count < upper) count += times[clusters[++index] ?? 0] ?? 0;
    const high = values[index] ?? NaN;
    return low === high ? low : low + (high - low) / 2;
  };
  return {
    draw: () => {
      times.fill(0);
      total = 0;
      for (let draw = 0; draw < count; draw++) {
        const cluster = Math.floor(random() * count);
        times[cluster] = (times[cluster] ?? 0) + 1;
        total += sizes[cluster] ?? 0;
      }
    },
    median: () => between(Math.floor((total + 1) / 2), Math.floor(total / 2) + 1),
    percentile: percent => {
      const rank = Math.max(1, Math.floor((percent * total + 99) / 100));
      return between(rank, rank);
    },
  };
}

/** How many different clusters. */
export function clustersOf(group: readonly Clustered[]): number {
  return new Set(group.map(({ cluster }) => cluster)).size;
}

/** The values between which 95 % of the draws lie. A draw that is no number could be any: it widens both ends. */
export function middle95(draws: Float64Array): { low: number; high: number } {
  const sorted = draws.sort();
  const unknown = sorted.filter(Number.isNaN).length;
  const lowRank = Math.floor((25 * sorted.length + 999) / 1000) - unknown;
  const highRank = Math.floor((975 * sorted.length + 999) / 1000);
  const known = sorted.length - unknown;
  return {
    low: lowRank < 1 ? -Infinity : (sorted[lowRank - 1] ?? NaN),
    high: highRank > known ? Infinity : (sorted[highRank - 1] ?? NaN),
  };
}
