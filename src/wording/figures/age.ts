import type { AgePoint, StageAge, WorkItemAge } from '../../model/flow/age.ts';
import type { DotsChart, Figure, Table } from '../../model/flow/figure.ts';
import { boundedDuration, dayLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { countedParts, type CountedParts } from './counts.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { flagLabels, openNotes, sourceFigures, stateLabel } from './openWork.ts';
import { percentileFigures, percentileLevels } from './percentiles.ts';
import { countLabel, stageLabel } from './places.ts';
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
    proxy: proxyOf(result),
    withheld: withheldText(result.withheld),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  return {
    ...figure,
    headline: headline(result),
    values: [
      { id: 'open', label: 'Open items', value: open, unit: 'items', n: open, why: null },
      ...sourceFigures(result),
      ...percentileFigures(levels, { verb: 'finished', things: 'finished items with a known start', n: finished }),
    ],
    ...(context.use === 'view' ? { chart: dots(result, context), table: itemTable(result) } : counts(result)),
    notes: [
      ...(levelsWithheld === null ? [] : [`No comparison with finished items. ${withheldText(levelsWithheld)}`]),
      ...result.stages.flatMap(stageNote),
      ...openNotes(result),
    ],
    prompt: 'What does the next step of each of the oldest items wait for, and would we begin it again today?',
  };
}

const PROXY =
  'a branch with commits that are not on main is open work, from its first commit on. Remote branches are as old as the last fetch.';

/** Nothing stands in for anything where tickets tell of all; where that is hidden, it is not said. */
function proxyOf({ sources }: WorkItemAge): string {
  if (sources === null) return `Git stands in for the board: ${PROXY}`;
  return sources.branches === 0
    ? ''
    : `Tickets tell of their own work. For the rest git stands in for the board: ${PROXY}`;
}

const METHOD: readonly string[] = [
  'Age is the elapsed time since the start of an item that is not finished (Kanban Guide): of a ticket since its first status that means work, or its first commit if that is earlier; of a branch since its first commit. A ticket and its branches are one item.',
  'The levels are the nearest-rank percentiles of the finished items of the window, whose times are told alike: by their ticket where it tells, else by git as in cycle time.',
  'By stage: how old finished tickets were when they left a stage for the last time, moving back included. An item’s age is laid beside those of its own stage; 19 finished ones are needed.',
  'The chance to be finished within the 85 % level counts the finished items that took longer than this one is old: which part of them was done by then.',
  'Branches without a sign of life for 30 days are told apart, and so are items whose start is unknown. A ticket stays in progress for as long as its status says so. Tickets without commits count beside others where 60 % of the items have commits; alone they never do, as nobody can be told who is behind them.',
  'It cannot tell whether an old item is stuck or simply large.',
];

/** What is usual where a stage is left; nothing for a stage without levels. */
function stageNote({ stage, finished, levels, open }: StageAge): string[] {
  const level = levels.findLast(({ percent, seconds }) => percent <= 85 && seconds !== null);
  if (level?.seconds == null || finished === null) return [];
  const now = open === null ? '' : `; ${countLabel(open, 'open item')} ${open === 1 ? 'is' : 'are'} in it now`;
  return [
    `When they left “${stageLabel(stage)}”, ${level.percent} % of finished items were ${boundedDuration('at most', level.seconds)} old (n = ${finished})${now}.`,
  ];
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
      ...stateLines(point),
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

function stateLines({ ticket, overInStage }: AgePoint): string[] {
  const state = stateLabel(ticket);
  if (state === null) return [];
  return overInStage === null
    ? [state]
    : [state, `Older than ${overInStage} % of finished items were when they left this stage`];
}

function itemTable({ points, unknown }: WorkItemAge): Table {
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
      { id: 'stage', label: 'Stage', kind: 'text' },
      { id: 'overInStage', label: 'Older than so many when they left the stage', kind: 'share' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: [
      ...points.map(point => [
        point.label,
        workTypeLabel(point.type),
        point.started,
        point.lastSign,
        point.seconds,
        point.days,
        point.chance,
        point.ticket === null ? null : stageLabel(point.ticket.stage),
        point.overInStage === null ? null : point.overInStage / 100,
        point.ticket === null ? '' : flagLabels(point.ticket).join('; '),
      ]),
      ...unknown.map(({ label, type, lastSign }) => [
        ...[label, workTypeLabel(type), null, lastSign, null, null, null, null, null],
        'start unknown',
      ]),
    ],
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
