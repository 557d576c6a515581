import type { Figure, Table } from '../../model/flow/figure.ts';
import type { LittleCheck, Wip } from '../../model/flow/wip.ts';
import { dayLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { openNotes, sourceFigures, WITHOUT_COMMITS } from './openWork.ts';
import { countLabel } from './places.ts';
import { seriesFigureParts } from './processBehaviour.ts';
import { roughLabel, roughNumber } from './units.ts';
import { withheldText } from './withheld.ts';

/** Work in progress now, and on each Monday of the window. */
export function wipFigure(result: Wip, context: FigureContext): Figure {
  const { now, series, historyWithheld, little } = result;
  const figure = createFigure({
    id: 'wip',
    group: 'effectiveness',
    title: 'Work in progress',
    focus: 'wip',
    proxy: PROXIES[result.toldBy],
    withheld: withheldText(result.withheld),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  const parts =
    series === null
      ? null
      : seriesFigureParts(
          { series, unit: 'items', label: 'Work in progress', caption: 'Work in progress on Mondays' },
          context,
        );
  return {
    ...figure,
    headline: `${nowText(now)}${averageText(little)}.`,
    values: [
      {
        id: 'now',
        label: 'In progress now',
        value: now,
        unit: 'items',
        n: now ?? 0,
        why: now === null ? `${nowText(now)}.` : null,
      },
      ...sourceFigures(result),
    ],
    chart: parts?.chart ?? null,
    table: parts === null ? null : withAverages(parts.table, result),
    notes: [
      ...(historyWithheld === null ? [] : [`No history. ${withheldText(historyWithheld)}`]),
      ...(parts?.notes ?? []),
      ...notesOfTickets(result),
      ...(now === null || result.reach === null ? [] : reachNotes(result.reach)),
      ...(little === null ? [] : [littleText(little, result)]),
    ],
    prompt: 'What did we begin before something else was finished, and what made that the easier way?',
  };
}

const PROXIES: Readonly<Record<Wip['toldBy'], string>> = {
  tickets: '',
  branches:
    'Git stands in for the board: an item counts from its first commit to its landing, and a branch with commits that are not on main is open. Work without a commit, and squashed branches of the past, cannot be seen.',
  both: 'Tickets tell of their own work. For the rest git stands in for the board: an item counts from its first commit to its landing, and a branch with commits that are not on main is open. Of that rest, work without a commit and squashed branches of the past cannot be seen.',
};

const METHOD: readonly string[] = [
  'Items that were begun and were not finished at the end of a day; the chart has the Monday of each week, the table also the mean of the week’s days (items in progress summed over days / days).',
  'A ticket counts from its first status that means work, or from its first commit if that is earlier, until it is done or dropped and stays so. Its branches are the same item. What has no ticket counts from its first commit to its landing.',
  'The past is told by tickets and by landed items whose start is known; it needs 60 % of the finished ones. Branches without a sign of life for 30 days are left out, and so are the weeks before anything landed or a ticket began.',
  'A ticket has nobody in it, so who is behind it is told by its commits. Tickets without commits count beside others where 60 % of the items have commits; alone they never do.',
  'Little’s law serves as a check: mean work in progress should be near throughput times mean cycle time. It assumes that about as much begins as leaves, that all that begins leaves one day, and that work in progress does not grow ever older.',
];

/** The past may leave tickets out that the present counts. */
function notesOfTickets(result: Wip): string[] {
  const notes = openNotes(result);
  const isNew = result.historyWithoutCommits === 'leftOut' && !notes.includes(WITHOUT_COMMITS);
  return isNew
    ? [...notes, `In the past: ${WITHOUT_COMMITS.charAt(0).toLowerCase()}${WITHOUT_COMMITS.slice(1)}`]
    : notes;
}

function reachNotes({ truncated, fetched }: NonNullable<Wip['reach']>): string[] {
  const notes = fetched === null ? [] : [`Branches of others are as old as the last fetch, on ${dayLabel(fetched)}.`];
  if (truncated)
    notes.push('There are more branches than are looked at: only the newest 200, with 20,000 commits in all, count.');
  return notes;
}

/** Where the figure is shown, the present was read: it is hidden, not unknown. */
function nowText(now: number | null): string {
  return now === null
    ? 'How much is in progress now is hidden to protect people'
    : `${countLabel(now, 'item')} in progress now`;
}

function averageText(little: LittleCheck | null): string {
  return little === null ? '' : `; ${roughNumber(little.averageWip)} on average over the window`;
}

function littleText(little: LittleCheck, { toldBy }: Wip): string {
  const { averageWip, perDay, meanDays, ratio, arrivals, departures, isStable } = little;
  const left = toldBy === 'branches' ? 'finished' : 'finished or dropped';
  const numbers = `${roughNumber(averageWip)} items in progress on average; ${roughNumber(perDay)} a day times ${roughLabel(meanDays, 'days')} gives ${roughNumber(perDay * meanDays)} (ratio ${roughNumber(ratio)}); ${arrivals} begun, ${departures} ${left}`;
  return isStable
    ? `Little’s law fits: ${numbers}.`
    : `Little’s law does not fit, so the flow was not stable and forecasts from it deserve caution: ${numbers}.`;
}

function withAverages(table: Table, { averages }: Wip): Table {
  const [from, value, ...others] = table.columns;
  if (from === undefined || value === undefined) return table;
  return {
    ...table,
    columns: [from, value, { id: 'average', label: 'Mean of the days', kind: 'items' }, ...others],
    rows: table.rows.map((row, index) => [...row.slice(0, 2), averages[index] ?? null, ...row.slice(2)]),
  };
}
