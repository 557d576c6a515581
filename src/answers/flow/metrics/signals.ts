import type { ImportedSeries, Signal, SignalPoint, SignalRow } from '../../../model/flow/signals.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';

/** People who must have answered, whatever the team file asks for. */
const FLOORS = { view: 3, export: 5 } as const;

/**
 * Series from elsewhere, of the whole team only. A row with too few responses is a gap, and so is one without a number of
 * responses in a series that has a minimum; without a minimum such a row is something counted, not something asked.
 */
export const signals: Metric<readonly Signal[]> = input => {
  const shown = input.signals.map(series => signalOf(series, input));
  return () => shown;
};

function signalOf(series: ImportedSeries, input: FlowInput): Signal {
  const { name, unit, minimumGroup, content } = series;
  const least = Math.max(minimumGroup ?? 0, FLOORS[input.use]);
  const { from, to } = input.window;
  const rows = (content?.rows ?? []).filter(({ on }) => on >= from && on < to);
  const points = rows.map((row): SignalPoint => {
    return { on: row.on, value: hasEnough(row, minimumGroup, least) ? row.value : null };
  });
  const values = points.map(({ value }) => value);
  return {
    withheld: withheldOf(content !== null, values),
    name,
    unit,
    least,
    points,
    behaviour: processBehaviour(values, {
      nonNegative: values.every(value => value === null || value >= 0),
      breaks: input.team.interventions
        .map(({ on }) => points.findIndex(point => point.on >= on))
        .filter(index => index >= 0),
    }),
    unread: content?.unread ?? [],
  };
}

function hasEnough({ responses }: SignalRow, minimumGroup: number | null, least: number): boolean {
  return responses === null ? minimumGroup === null : responses >= least;
}

function withheldOf(read: boolean, values: readonly (number | null)[]): Withheld | null {
  if (!read) return { code: 'notRead' };
  if (values.length === 0) return { code: 'nothing', what: 'points' };
  return values.every(value => value === null) ? { code: 'people' } : null;
}
