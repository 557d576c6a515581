import type { Improving, ImprovingMeasure, Lately } from '../../../model/flow/improving.ts';
import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { countable } from '../people/breakdown.ts';
import { series, type Series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { cycleTimeTrendMetric } from './cycleTimeTrend.ts';
import { maturedOf, wasReverted } from './reverts.ts';
import { throughputMetric } from './throughput.ts';

/** A baseline needs as many values (METRICS S5). */
const LEAST_POINTS = 6;
/** A signal speaks about now when it reaches into the last eight values: as many as make a run. */
const LATEST = 8;
/** Of fewer landed items a share of a bin says little. */
const LEAST_LANDED = 5;

/**
 * Compares the latest values of cycle time, throughput and revert rate with each one's own locked baseline (XmR), which
 * METRICS Q5 asks for: improving needs a favourable signal and no unfavourable one in any of them.
 */
export const improvingMetric: Metric<Improving> = (input, ask) => {
  const times = cycleTimeTrendMetric(input, ask);
  const counts = throughputMetric(input, ask);
  const landed = maturedOf(input.finished, input.now);
  const cell = ask(landed);
  const divided = series(input, landed, ask);
  return gate => {
    if (gate.solo) return { withheld: { code: 'solo' }, verdict: null, measures: [] };
    const [time, count] = [times(gate), counts(gate)];
    const reverted = revertSeries(countable(divided(gate), input), input, gate);
    const measures = [
      measure('cycleTime', time.withheld, time.series, 'down'),
      measure('throughput', count.withheld, count.series, 'up'),
      measure('reverts', gate.passes(cell) ? null : { code: 'people' }, reverted, 'down'),
    ];
    const told = measures.flatMap(({ lately }) => (lately === null ? [] : [lately]));
    return { withheld: null, verdict: told.length > 0 ? verdictOf(told) : null, measures };
  };
};

function verdictOf(told: readonly Lately[]): Improving['verdict'] {
  const good = told.some(lately => lately === 'favourable' || lately === 'both');
  const bad = told.some(lately => lately === 'unfavourable' || lately === 'both');
  if (good && bad) return 'tradeOff';
  if (good) return 'improving';
  return bad ? 'unfavourable' : 'noChange';
}

function measure(
  id: ImprovingMeasure['id'],
  withheld: Withheld | null,
  shown: BehaviourSeries,
  welcome: 'up' | 'down',
): ImprovingMeasure {
  const { n, segments } = shown.behaviour;
  const reason = withheld ?? (shown.biased ? ({ code: 'people' } as const) : tooFew(n));
  if (reason !== null) return { id, withheld: reason, flat: false, lately: null, series: null };
  const flat = segments.at(-1)?.upper == null;
  return { id, withheld: null, flat, lately: flat ? null : latelyOf(shown, welcome), series: shown };
}

function tooFew(has: number): Withheld | null {
  return has < LEAST_POINTS ? { code: 'tooFew', what: 'points', has, needs: LEAST_POINTS } : null;
}

/** Share of a bin's landed items that were taken back within 30 days. */
function revertSeries(bins: Series, input: FlowInput, gate: Gate): BehaviourSeries {
  const shareOf = (items: readonly WorkItem[]): number | null =>
    items.length < LEAST_LANDED ? null : items.filter(item => wasReverted(item, input)).length / items.length;
  return behaviourSeries(bins, shareOf, input, gate);
}

function latelyOf({ points, behaviour }: BehaviourSeries, welcome: 'up' | 'down'): Lately {
  const valued = points.flatMap(({ value }, index) => (value === null ? [] : [index]));
  const since = valued.at(-LATEST) ?? 0;
  const sides = new Set(
    behaviour.signals.filter(signal => signal.points.some(index => index >= since)).map(({ direction }) => direction),
  );
  const other = welcome === 'up' ? 'down' : 'up';
  if (sides.size === 1 && sides.has(null)) return 'step';
  if (sides.has(welcome)) return sides.has(other) ? 'both' : 'favourable';
  return sides.has(other) ? 'unfavourable' : 'noSignal';
}
