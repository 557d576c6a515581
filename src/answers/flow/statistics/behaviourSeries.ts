import type { BehaviourSeries, ProcessBehaviour, SeriesPoint } from '../../../model/flow/processBehaviour.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Gate } from '../metric.ts';
import type { Series } from '../people/series.ts';
import { processBehaviour } from './processBehaviour.ts';

/**
 * A series of items with limits and signals: `valueOf` gives the value of a bin, in the metric's unit, or null where it
 * has none (too few items, say). Hidden bins have no value. The team's interventions are the named changes at which limits
 * may be calculated anew. Labels are left out of exports.
 */
export function behaviourSeries(
  { weeksPerBin, bins }: Series,
  valueOf: (items: readonly WorkItem[]) => number | null,
  input: FlowInput,
  gate: Gate,
): BehaviourSeries {
  const points = bins.map(({ from, to, items }): SeriesPoint => ({
    from,
    to,
    value: items === null ? null : valueOf(items),
    hidden: items === null,
    n: items?.length ?? null,
    labels: items === null || input.use === 'export' ? [] : labelsOf(items, gate),
  }));
  return {
    weeksPerBin,
    points,
    behaviour: processBehaviour(
      points.map(({ value }) => value),
      { nonNegative: true, breaks: namedChanges(bins, input) },
    ),
    biased: false,
  };
}

/**
 * A series of how much there is in each bin. It is hidden where there is little, so when more than a tenth of the bins are,
 * those that are left would make every other one look unusual: no limits then.
 */
export function countSeries(series: Series, input: FlowInput, gate: Gate): BehaviourSeries {
  return unlessBiased(behaviourSeries(series, items => items.length, input, gate));
}

/** Takes the limits away where too many counts are hidden. */
export function unlessBiased(counted: BehaviourSeries): BehaviourSeries {
  const hidden = counted.points.filter(point => point.hidden).length;
  return hidden * MOST_HIDDEN > counted.points.length ? { ...counted, behaviour: NO_BEHAVIOUR, biased: true } : counted;
}

/** One bin of so many. */
const MOST_HIDDEN = 10;
const NO_BEHAVIOUR: ProcessBehaviour = { state: 'none', n: 0, segments: [], signals: [], chunky: false };

/** Indexes of the bins in which the team's interventions fall. */
export function namedChanges(
  bins: readonly { readonly from: string; readonly to: string }[],
  input: FlowInput,
): number[] {
  return input.team.interventions
    .map(({ on }) => bins.findIndex(({ from, to }) => on >= from && on < to))
    .filter(index => index >= 0);
}

function labelsOf(items: readonly WorkItem[], gate: Gate): string[] {
  return [...new Set(items.map(item => gate.labelOf(item)).filter(label => label !== null))];
}
