import type { Figure, Table } from '../../model/flow/figure.ts';
import type { CycleTimePoint } from '../../model/flow/flow.ts';
import type { CycleTimes } from '../../model/flow/cycleTime.ts';
import { dayLabel, durationLabel } from '../dates.ts';
import { itemHow, workTypeLabel } from '../flow.ts';
import { binsChart, binsTable } from './cycleTimeHistogram.ts';
import { CYCLE_TIME_PROXY } from './cycleTimeProxy.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileClaim, percentileFigures, percentileLevels } from './percentiles.ts';
import { timeDots } from './timeDots.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const METHOD: readonly string[] = [
  'Cycle time is the elapsed time from the start of work to its landing on the main branch (Kanban Guide). Here the start is the first commit written for the item: work before that leaves no trace in git.',
  'Percentiles are nearest-rank: "85 % finished in at most x" is literally true of these items. 50 % needs 5 items, 85 % needs 19, 95 % needs 59.',
  'The chart counts elapsed days; the table also counts calendar days, inclusive: started and finished on one day is 1. Weekends count, because customers wait on them too.',
  'Left out: items made by bots, direct commits without a ticket, and items whose start is unknown or contradicts itself. The data-quality list counts them.',
  'A rebase keeps when a commit was written; an amended date or a patch sent by mail does not, and git cannot tell.',
];

const PROMPT = 'Look at the items above the 85 % line together: where did they wait longest, and what could we try?';

/** Cycle time as dots with its percentiles; where it leaves the screen, as bins. */
export function cycleTimeFigure(times: CycleTimes, context: FigureContext): Figure {
  const { withheld, finished, known, percentiles } = times;
  const method = [...METHOD];
  const frame = { id: 'cycleTime', group: 'speed' as const, title: 'Cycle time', proxy: CYCLE_TIME_PROXY, method };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, context.window) });
  const sample = `${known} of ${finished} finished items have a known start`;
  const claim = percentileClaim(percentiles, 'finished');
  const isExport = context.use === 'export';
  return createFigure({
    ...frame,
    headline: claim === null ? `${sample}; that is too few for a percentile.` : `${claim} (${sample}).`,
    values: percentileFigures(percentiles, { verb: 'finished', things: 'finished items with a known start', n: known }),
    chart: isExport ? binsChart(times.bins) : dotsOf(times, context),
    table: isExport ? binsTable(times.bins) : tableOf(times.points),
    notes:
      known === finished
        ? []
        : [`Left out, as git does not know their start: ${valueLabel(finished - known, 'items')}.`],
    prompt: PROMPT,
  });
}

function dotsOf({ points, percentiles }: CycleTimes, context: FigureContext) {
  const dots = points.map(point => ({
    id: point.id,
    label: point.label ?? workTypeLabel(point.type),
    x: point.finishedAt,
    y: point.seconds,
    lines: [
      `${durationLabel(point.seconds)}, ${valueLabel(point.days, 'days')} on the calendar`,
      `${dayLabel(point.started)} to ${dayLabel(point.finished)}`,
      itemHow(point),
    ],
  }));
  const labels = { xLabel: 'Finished', yLabel: 'Elapsed time' };
  return timeDots({ dots, levels: percentileLevels(percentiles), ...labels }, context);
}

function tableOf(points: readonly CycleTimePoint[]): Table {
  return {
    caption: 'Finished items with a known start',
    columns: [
      { id: 'item', label: 'Item', kind: 'text' },
      { id: 'type', label: 'Type', kind: 'text' },
      { id: 'started', label: 'Started', kind: 'day' },
      { id: 'finished', label: 'Finished', kind: 'day' },
      { id: 'elapsed', label: 'Elapsed', kind: 'seconds' },
      { id: 'days', label: 'Calendar days', kind: 'days' },
      { id: 'commits', label: 'Commits', kind: 'commits' },
      { id: 'how', label: 'How it was told from git', kind: 'text' },
    ],
    rows: points.map(point => [
      point.label,
      workTypeLabel(point.type),
      point.started,
      point.finished,
      point.seconds,
      point.days,
      point.commits,
      itemHow(point),
    ]),
  };
}
