import type { BehaviourSeries, SeriesPoint } from '../../../model/flow/processBehaviour.ts';
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
  };
}

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
