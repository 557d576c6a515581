import type { CycleTimeTrend } from '../../../model/flow/cycleTime.ts';
import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Metric } from '../metric.ts';
import { countable } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { middleOf } from '../statistics/percentile.ts';
import { isFinishedWork, isTimed, secondsOf } from '../items/timedWork.ts';
import { timedWork } from './cycleTime.ts';

const LEAST_POINTS = 2;

/** "50 % finished in at most" (nearest rank, seconds) of each bin of the window, by finish, with limits and signals. */
export const cycleTimeTrendMetric: Metric<CycleTimeTrend> = (input, ask) => {
  const work = timedWork(input, ask);
  const divided = series(input, input.finished.filter(isFinishedWork).filter(isTimed), ask);
  return gate => {
    const bins = countable(divided(gate), input);
    const times = behaviourSeries(bins, halfWithin, input, gate);
    const withheld = work(gate).withheld ?? tooFew(times);
    const valued = times.points.filter(({ value }) => value !== null);
    return {
      withheld,
      items: valued.reduce((sum, { n }) => sum + (n ?? 0), 0),
      series: withheld === null ? times : behaviourSeries({ ...bins, bins: [] }, halfWithin, input, gate),
    };
  };
};

/** "50 % finished in at most", seconds; null for fewer than three items. */
export function halfWithin(items: readonly WorkItem[]): number | null {
  return middleOf(items.filter(isTimed).map(secondsOf));
}

function tooFew({ points }: BehaviourSeries): Withheld | null {
  if (points.every(({ hidden }) => hidden)) return { code: 'people' };
  const has = points.filter(({ value }) => value !== null).length;
  return has < LEAST_POINTS ? { code: 'tooFew', what: 'points', has, needs: LEAST_POINTS } : null;
}
