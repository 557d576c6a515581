import type { Throughput } from '../../../model/flow/throughput.ts';
import type { Metric } from '../metric.ts';
import { countable } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { countSeries } from '../statistics/behaviourSeries.ts';
import { median } from '../statistics/median.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { binsWithheld } from './binsWithheld.ts';

/** Items finished in each bin of the window, by landing; bins without one are zeros. */
export const throughputMetric: Metric<Throughput> = (input, ask) => {
  const work = input.finished.filter(isFinishedWork);
  const divided = series(input, work, ask);
  return gate => {
    const bins = countable(divided(gate), input);
    const counted = countSeries(bins, input, gate);
    const counts = counted.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const weeks = counts.length * bins.weeksPerBin;
    const isEmpty = work.every(item => gate.isAutomated(item));
    const withheld = isEmpty ? ({ code: 'nothing', what: 'finishedItems' } as const) : binsWithheld(counted, weeks);
    const isShown = withheld === null;
    return {
      withheld,
      weeks: isShown ? weeks : 0,
      items: isShown ? counts.reduce((sum, count) => sum + count, 0) : 0,
      median: isShown && !counted.biased ? median(counts) : null,
      automated: input.finished.filter(item => gate.isAutomated(item)).length,
      series: isShown ? counted : countSeries({ ...bins, bins: [] }, input, gate),
    };
  };
};
