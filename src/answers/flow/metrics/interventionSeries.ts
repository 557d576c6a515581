import type { InterventionComparison, InterventionSeries } from '../../../model/flow/interventions.ts';
import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { countable } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import { isFinishedWork, isTimed } from '../items/timedWork.ts';
import { halfWithin } from './cycleTimeTrend.ts';

/** The window's weekly cycle time, in the bins in which it is shown elsewhere: others would tell what those hide. */
export function weeklyCycleTime(input: FlowInput, ask: Ask): (gate: Gate) => BehaviourSeries {
  const divided = series(input, input.finished.filter(isFinishedWork).filter(isTimed), ask);
  return gate => behaviourSeries(countable(divided(gate), input), halfWithin, input, gate);
}

/**
 * A series with limits from its bins before the one in which a date falls, continued over the others, and the signals since.
 * Where an intervention begins a signal that lasts, the limits that it begins anew stand beside them. null without a whole
 * bin since, with fewer than six values before, or where so many bins are hidden that the others are no picture of all.
 */
export function seriesAround(
  weekly: BehaviourSeries,
  { kind, on }: Pick<InterventionComparison, 'kind' | 'on'>,
): { readonly series: InterventionSeries; readonly signalsSince: number } | null {
  const { points } = weekly;
  const baseline = points.findIndex(({ to }) => to > on);
  const since = points.findIndex(({ from }) => from >= on);
  if (weekly.biased || since < 0) return null;
  const values = points.map(({ value }) => value);
  const behaviour = processBehaviour(values, { nonNegative: true, baseline });
  if (behaviour.state === 'none') return null;
  const breaks = kind === 'intervention' ? [baseline] : [];
  const [, anew] = processBehaviour(values, { nonNegative: true, baseline, breaks }).segments;
  return {
    series: { behaviour: { ...weekly, behaviour }, anew: anew ?? null },
    signalsSince: behaviour.signals.filter(signal => signal.points.some(index => index >= since)).length,
  };
}
