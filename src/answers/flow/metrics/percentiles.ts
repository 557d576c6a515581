import type { Percentile } from '../../../model/flow/flow.ts';
import { leastValuesFor, nearestRank } from '../statistics/percentile.ts';

/**
 * Percentiles by nearest rank (R type 1, numpy `inverted_cdf`), each from at least as many values as Wilks (1941) asks
 * for. `least` asks for more. Values in seconds, in any order.
 */
export function percentilesOf(
  values: readonly number[],
  percents: readonly Percentile['percent'][],
  least = 0,
): Percentile[] {
  const sorted = values.toSorted((a, b) => a - b);
  return percents.map(percent => {
    const needs = Math.max(least, leastValuesFor(percent));
    return { percent, seconds: sorted.length < needs ? null : nearestRank(sorted, percent), needs };
  });
}
