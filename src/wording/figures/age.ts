import type { AgePoint, WorkItemAge } from '../../model/flow/age.ts';
import type { DotsChart, Figure, Table } from '../../model/flow/figure.ts';
import { dayLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { countedParts, type CountedParts } from './counts.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileFigures, percentileLevels } from './percentiles.ts';
import { countLabel } from './places.ts';
import { timeDots } from './timeDots.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Open items by age, against how long finished items took. */
export function ageFigure(result: WorkItemAge, context: FigureContext): Figure {
  const { open, finished, levels, levelsWithheld } = result;
  const figure = createFigure({
    id: 'age',
    group: 'effectiveness',
    title: 'Work item age',
    focus: 'age',
    proxy:
      'Git stands in for the board: a branch with commits that are not on main is open work, from its first commit on. Remote branches are as old as the last fetch.',
    withheld: withheldText(result.withheld),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  return {
    ...figure,
    headline: headline(result),
    values: [
      { id: 'open', label: 'Open items', value: open, unit: 'items', n: open, why: null },
      ...percentileFigures(levels, { verb: 'finished', things: 'finished items with a known start', n: finished }),
    ],
    ...(context.use === 'view' ? { chart: dots(result, context), table: itemTable(result.points) } : counts(result)),
    notes: [
      ...(levelsWithheld === null ? [] : [`No comparison with finished items. ${withheldText(levelsWithheld)}`]),
      ...othersNotes(result),
    ],
    prompt: 'What does the next step of each of the oldest items wait for, and would we begin it again today?',
  };
}

const METHOD: readonly string[] = [
  'Age is the elapsed time since the start of an item that is not finished (Kanban Guide). The levels are the nearest-rank percentiles of the finished items of the window, as in cycle time.',
  'The chance to be finished within the 85 % level counts the finished items that took longer than this one is old: which part of them was done by then.',
  'Items without a sign of life for 30 days are told apart, and so are those whose start is unknown.',
  'It cannot tell whether an old item is stuck or simply large.',
];

/** Open items that are in no figure. */
export function othersNotes({ stale, unknownStart }: Pick<WorkItemAge, 'stale' | 'unknownStart'>): string[] {
  const notes: string[] = [];
  if (stale !== null && stale > 0)
    notes.push(
      `${countLabel(stale, 'open item')} without a sign of life for 30 days: not counted as work in progress.`,
    );
  if (unknownStart !== null && unknownStart > 0)
    notes.push(`${countLabel(unknownStart, 'open item')} without a known start: not counted.`);
  return notes;
}

function headline({ open, bands, finished }: WorkItemAge): string {
  const above = bands.filter(({ over }) => over !== null && over >= 85).map(({ count }) => count);
  const items = countLabel(open, 'open item');
  if (above.length === 0 || above.includes(null)) return `${items} with a known start.`;
  const older = above.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return `${older} of ${items} ${older === 1 ? 'is' : 'are'} older than 85 % of the finished items were when they were done (n = ${finished} finished items).`;
}

function dots({ points, levels }: WorkItemAge, context: FigureContext): DotsChart {
  const dots = points.map(point => ({
    id: point.id,
    label: point.label ?? workTypeLabel(point.type),
    x: point.startedAt,
    y: point.seconds,
    lines: [
      `${valueLabel(point.days, 'days')} old, ${valueLabel(point.commits, 'commits')}`,
      `Begun ${dayLabel(point.started)}, last sign of life ${dayLabel(point.lastSign)}`,
      ...(levels.some(({ seconds }) => seconds !== null) ? [chanceLabel(point)] : []),
    ],
  }));
  const labels = { xLabel: 'Begun', yLabel: 'Age' };
  return timeDots({ dots, levels: percentileLevels(levels), ...labels }, context);
}

function chanceLabel({ chance }: AgePoint): string {
  return chance === null
    ? 'Older than every finished item'
    : `${valueLabel(chance, 'share')} of finished items as old as this were done within the 85 % level`;
}

function itemTable(points: readonly AgePoint[]): Table {
  return {
    caption: 'Open items by age',
    columns: [
      { id: 'item', label: 'Item', kind: 'text' },
      { id: 'type', label: 'Type', kind: 'text' },
      { id: 'started', label: 'Begun', kind: 'day' },
      { id: 'lastSign', label: 'Last sign of life', kind: 'day' },
      { id: 'age', label: 'Age', kind: 'seconds' },
      { id: 'days', label: 'Calendar days', kind: 'days' },
      { id: 'chance', label: 'Chance to be done within the 85 % level', kind: 'share' },
    ],
    rows: points.map(point => [
      point.label,
      workTypeLabel(point.type),
      point.started,
      point.lastSign,
      point.seconds,
      point.days,
      point.chance,
    ]),
  };
}

function counts({ bands }: WorkItemAge): CountedParts {
  const counted = bands.map(({ over, upTo, count }) => ({ label: bandLabel(over, upTo), count }));
  return countedParts(counted, 'Age against finished items', 'Open items by age');
}

function bandLabel(over: number | null, upTo: number | null): string {
  if (over === null) return upTo === null ? 'Any age' : `Up to the ${upTo} % level`;
  return upTo === null ? `Older than the ${over} % level` : `${over} % to ${upTo} % level`;
}
