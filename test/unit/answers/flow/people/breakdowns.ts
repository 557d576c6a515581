import type { SeriesPoint } from '../../../../../src/model/flow/processBehaviour.ts';
import type { Shown } from '../madeTeam.ts';

/** The counts of one division of the window's work; null where hidden. */
export interface Breakdown {
  readonly name: string;
  readonly counts: (shown: Shown) => readonly (number | null)[];
  /** What the same parts hold when nothing is hidden; null where shorter weeks alone have too few values to tell. */
  readonly truth: (shown: Shown, whole: Shown) => readonly number[] | null;
  /** What the total holds beside the parts, as they begin later than the window: a hidden part as well. */
  readonly before?: (shown: Shown, whole: Shown) => number;
}

type Points = (shown: Shown) => readonly SeriesPoint[] | undefined;

function series(name: string, points: Points, field: 'value' | 'n'): Breakdown {
  return {
    name: `${name}, ${field}`,
    counts: shown => (points(shown) ?? []).map(point => point[field]),
    // Nothing hidden, weeks are the finest bins; longer ones are their sums.
    truth: (shown, whole) => {
      const weeks = points(whole) ?? [];
      const within = (from: string, to: string): number =>
        weeks.filter(week => week.from >= from && week.from < to).reduce((sum, week) => sum + (week[field] ?? 0), 0);
      return weeks.length === 0 ? null : (points(shown) ?? []).map(({ from, to }) => within(from, to));
    },
    before: (shown, whole) => {
      const from = points(shown)?.[0]?.from ?? '';
      return (points(whole) ?? []).filter(week => week.from < from).reduce((sum, week) => sum + (week[field] ?? 0), 0);
    },
  };
}

function parts(name: string, counts: Breakdown['counts']): Breakdown {
  return { name, counts, truth: (_, whole) => counts(whole).map(count => count ?? 0) };
}

function byType(name: string, rows: (shown: Shown) => readonly { type: string; count: number | null }[]): Breakdown {
  return {
    name,
    counts: shown => rows(shown).map(({ count }) => count),
    truth: (shown, whole) => {
      const named = new Set(rows(shown).map(({ type }) => type));
      const of = (type: string): number => rows(whole).find(row => row.type === type)?.count ?? 0;
      // What has no row of its own is counted as other.
      const folded = rows(whole).filter(({ type }) => !named.has(type));
      return rows(shown).map(({ type }) =>
        type === 'other' ? of('other') + folded.reduce((sum, { count }) => sum + (count ?? 0), 0) : of(type),
      );
    },
  };
}

/** Every division whose parts add up to something that is shown. */
export const BREAKDOWNS: readonly Breakdown[] = [
  parts('cycle time by days', ({ own }) => own.cycleTime.bins.map(({ count }) => count)),
  parts('integration wait by hours', ({ own }) => own.integrationWait.bins.map(({ count }) => count)),
  parts('flow efficiency by fifths', ({ own }) => own.flowEfficiency.bins.map(({ count }) => count)),
  parts('size against time by size', ({ own }) => own.batchSize.againstTime.bins.map(({ count }) => count)),
  parts('work by what it was for', ({ group }) => Object.values(group?.linkedWork.counts ?? {})),
  byType('distribution by type', ({ own }) =>
    own.distribution.parts.map(({ type, items }) => ({ type, count: items })),
  ),
  byType('reverts by type', ({ group }) =>
    (group?.reverts.types ?? []).map(({ type, reverted }) => ({ type, count: reverted?.of ?? null })),
  ),
  byType('clusters by type', ({ group }) =>
    (group?.clusters.types ?? []).map(({ type, failures }) => ({ type, count: failures?.of ?? null })),
  ),
  series('throughput', ({ own }) => own.throughput.series.points, 'value'),
  series('throughput', ({ own }) => own.throughput.series.points, 'n'),
  series('deployments', ({ own }) => own.deploymentFrequency.series.points, 'value'),
  series('deployments', ({ own }) => own.deploymentFrequency.series.points, 'n'),
  series('batch size', ({ own }) => own.batchSize.series?.points, 'n'),
  series('cycle time trend', ({ group }) => group?.cycleTimeTrend.series.points, 'n'),
  series('linked work', ({ group }) => group?.linkedWork.overTime?.points, 'n'),
  series('size before time', ({ group }) => group?.batchFirst.size?.points, 'n'),
  series('time after size', ({ group }) => group?.batchFirst.time?.points, 'n'),
  ...[0, 1, 2].map(at => series(`improving ${at}`, ({ group }) => group?.improving.measures[at]?.series?.points, 'n')),
];
