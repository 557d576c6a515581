import type { Predictability } from '../../../model/flow/predictability.ts';
import type { Metric } from '../metric.ts';
import { bootstrapRatio } from '../statistics/bootstrap.ts';
import { leastValuesFor, nearestRank } from '../statistics/percentile.ts';
import { createRandom } from '../statistics/random.ts';
import { weekIndex } from '../time/weeks.ts';
import { secondsOf } from '../items/timedWork.ts';
import { timedWork } from './cycleTime.ts';

const NEEDS = leastValuesFor(85);

/**
 * P85 / P50 of cycle time, both by nearest rank, with a 95 % percentile-bootstrap interval that draws whole ISO weeks,
 * as the items of one week are not independent.
 */
export const predictabilityMetric: Metric<Predictability> = (input, ask) => {
  const work = timedWork(input, ask);
  return gate => {
    const { timed, withheld } = work(gate);
    const n = timed.length;
    const none = { n, ratio: null, interval: null, byWeeks: false, p50: null, p85: null };
    if (withheld !== null) return { withheld, ...none };
    if (n < NEEDS) return { withheld: { code: 'tooFew', what: 'timedItems', has: n, needs: NEEDS }, ...none };
    const sorted = timed.map(secondsOf).sort((a, b) => a - b);
    const [p50, p85] = [nearestRank(sorted, 50), nearestRank(sorted, 85)];
    // Half of the items took no time at all: there is no ratio to nothing.
    if (p50 === null || p85 === null || p50 === 0) return { withheld: null, ...none, p50, p85 };
    const clustered = timed.map(item => ({
      value: secondsOf(item),
      cluster: weekIndex(input.weeks, input.calendar, item.end),
    }));
    const interval = bootstrapRatio(clustered, createRandom(`${input.window.from} ${input.window.to} predictability`));
    const isKnown = interval !== null && Number.isFinite(interval.low) && Number.isFinite(interval.high);
    return {
      withheld: null,
      n,
      ratio: p85 / p50,
      interval: isKnown ? { low: interval.low, high: interval.high } : null,
      byWeeks: interval?.clustered ?? false,
      p50,
      p85,
    };
  };
};
