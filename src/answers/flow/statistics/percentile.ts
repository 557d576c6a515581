/** Chance that the largest of n values lies above the wanted percentile (Wilks 1941, one-sided). */
const CONFIDENCE = 0.95;

/**
 * The smallest value that at least `percent` % of the values do not exceed, in the values' own unit.
 * Nearest rank: R type 1, numpy `inverted_cdf`. null for no values.
 * `sorted` is ascending; `percent` is a whole number from 0 to 100.
 */
export function nearestRank(sorted: readonly number[], percent: number): number | null {
  // Whole-number arithmetic: 0.85 * 20 in binary floats is a little more than 17 and would move the rank.
  const rank = Math.max(1, Math.floor((percent * sorted.length + 99) / 100));
  return sorted[rank - 1] ?? null;
}

/**
 * The least number of values for which their largest is an upper bound of the percentile with 95 % confidence:
 * the smallest n with 1 - (percent/100)^n >= 0.95 (Wilks 1941). 5 for 50 %, 19 for 85 %, 59 for 95 %.
 */
export function leastValuesFor(percent: number): number {
  return Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(percent / 100));
}

/** Of fewer values a percentile says little (METRICS M19). */
const LEAST_FOR_MIDDLE = 3;

/** Nearest-rank 50 % of the values of one bin, in any order; null for fewer than three. */
export function middleOf(values: readonly number[]): number | null {
  return values.length < LEAST_FOR_MIDDLE
    ? null
    : nearestRank(
        values.toSorted((a, b) => a - b),
        50,
      );
}
