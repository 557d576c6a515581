import type { Figure, OddsChart, Table, TableCell } from '../../model/flow/figure.ts';
import { ODDS, type Forecast, type Odds, type WeeksForecast } from '../../model/flow/forecast.ts';
import { dayLabel } from '../dates.ts';
import { lowered } from '../firstLetter.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { countLabel } from './places.ts';
import { roughNumber, valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Odds that the sentences name; the grid and the table have all. */
const NAMED = 85;

type OddsCell = OddsChart['groups'][number]['rows'][number]['cells'][number];

const FRAME: Pick<Figure, 'id' | 'group' | 'title' | 'method'> = {
  id: 'forecast',
  group: 'past',
  title: 'Forecast from the team’s own past',
  method: [
    'Each of 10,000 trials draws whole weeks at random from the weeks of the past, those without a finished item too, and adds up their finished items (Monte Carlo simulation). At 85 %, so many items or more came out of 85 of 100 trials. The same window always gives the same answer.',
    'Weeks are counted from today; of a window that ended more than a week ago, from its end. 8 to 26 whole weeks and 20 finished items are needed.',
    'Where tickets tell when work was added, “when” is asked a second time with more items: so many times as many as tickets were created for each one finished (median of the weeks, 1 at least).',
    'It assumes that the coming weeks resemble those that were drawn from, that nothing else is added to the work, and that no more is begun than is finished. It knows of no holidays, and it says nothing about one item or one person.',
  ],
};

/** What the coming weeks may bring: always odds, never one number or one date. */
export function forecastFigure(result: Forecast, { window }: FigureContext): Figure {
  const { withheld, weeks, items, after } = result;
  if (withheld !== null) return createFigure({ ...FRAME, withheld: withheldText(withheld, window) });
  const [sooner] = result.itemsIn;
  const [low, middle] = [oddsOf(sooner?.odds, NAMED), oddsOf(sooner?.odds, 50)];
  const ahead = countLabel(sooner?.weeks ?? 0, 'week');
  const inWeeks = after === null ? `in the next ${ahead}` : `in the ${ahead} after ${dayLabel(after)}`;
  return createFigure({
    ...FRAME,
    headline: `With odds of 85 %, at least ${low ?? 0} items are finished ${inWeeks}; with even odds, at least ${middle ?? 0} (${countLabel(items, 'item')} of ${countLabel(weeks, 'week')} drawn from).`,
    values: [
      ...result.itemsIn.map(({ weeks: count, odds }) => ({
        id: `in${count}`,
        label: `85 %: at least so many items in ${count} weeks${after === null ? '' : ` after ${dayLabel(after)}`}`,
        value: oddsOf(odds, NAMED),
        unit: 'items' as const,
        n: weeks,
        why: null,
      })),
      ...result.weeksFor.map(({ items: wanted, odds }) => ({
        id: `for${wanted}`,
        label: `85 %: ${lowered(weeksFrom(result))} until ${wanted} items are done`,
        value: oddsOf(odds, NAMED),
        unit: 'plain' as const,
        n: weeks,
        why: oddsOf(odds, NAMED) === null ? BEYOND : null,
      })),
    ],
    chart: chartOf(result),
    table: tableOf(result),
    notes: notesOf(result),
    prompt: 'What do we know about the coming weeks that these past weeks do not know?',
  });
}

const BEYOND = 'More than ten years.';

function oddsOf(odds: Forecast['itemsIn'][number]['odds'] | undefined, percent: number): number | null {
  return odds?.find(one => one.percent === percent)?.value ?? null;
}

/** What weeks are counted from: "Weeks from today". */
function weeksFrom({ after }: Forecast): string {
  return after === null ? 'Weeks from today' : `Weeks after ${dayLabel(after)}`;
}

function chartOf(result: Forecast): OddsChart {
  const { itemsIn, weeksFor, growing, after } = result;
  const rows = (asked: readonly WeeksForecast[]) => whenRows(asked, weeksFrom(result));
  return {
    kind: 'odds',
    percents: [...ODDS],
    named: NAMED,
    groups: [
      {
        title: after === null ? 'How many?' : `How many after ${dayLabel(after)}?`,
        rows: itemsIn.map(({ weeks, odds }) => ({
          label: `${after === null ? 'next' : 'first'} ${weeks} weeks`,
          cells: odds.map(itemsCell),
        })),
      },
      { title: 'When?', rows: rows(weeksFor) },
      ...(growing === null || growing.rate === 1
        ? []
        : [{ title: 'When, if work goes on being added?', rows: rows(growing.weeksFor) }]),
    ],
  };
}

function whenRows(weeksFor: readonly WeeksForecast[], counted: string): OddsChart['groups'][number]['rows'] {
  return weeksFor.map(({ items, odds }) => ({
    label: `${items} items`,
    cells: odds.map(one => weeksCell(one, counted)),
  }));
}

function itemsCell({ value }: Odds): OddsCell {
  const text = value === null ? 'not known' : `≥ ${valueLabel(value, 'items')}`;
  return { text, value, unit: 'items', lines: [] };
}

/** A number of weeks never stands without the day by which they are over. */
function weeksCell({ value, by }: WeeksForecast['odds'][number], counted: string): OddsCell {
  if (value === null || by === null) return { text: '> 10 years', value: null, unit: 'plain', lines: [] };
  const lines = [counted, `Over by ${dayLabel(by)}`];
  return { text: `≤ ${countLabel(value, 'week')}`, value, unit: 'plain', lines };
}

function tableOf(result: Forecast): Table {
  const { itemsIn, weeksFor, growing } = result;
  const when = (asked: readonly WeeksForecast[], condition: string): TableCell[][] =>
    asked.flatMap(({ items, odds }) =>
      odds.map(({ percent, value, by }) => [
        `When are ${items} done, at most${condition}`,
        percent / 100,
        items,
        value,
        by,
      ]),
    );
  return {
    caption: 'Forecast from the team’s own past',
    columns: [
      { id: 'question', label: 'Question', kind: 'text' },
      { id: 'odds', label: 'Odds', kind: 'share' },
      { id: 'items', label: 'Items', kind: 'items' },
      { id: 'weeks', label: weeksFrom(result), kind: 'plain' },
      { id: 'by', label: 'That is by', kind: 'day' },
    ],
    rows: [
      ...itemsIn.flatMap(({ weeks, odds }) =>
        odds.map(({ percent, value }) => [`How many in ${weeks} weeks, at least`, percent / 100, value, weeks, null]),
      ),
      ...when(weeksFor, ''),
      ...when(growing === null || growing.rate === 1 ? [] : growing.weeksFor, ', if work goes on being added'),
    ],
  };
}

function notesOf({ weeks, emptyWeeks, growing, little, after }: Forecast): string[] {
  const notes: string[] = [];
  if (after !== null)
    notes.push(
      `These weeks ended on ${dayLabel(after)}, so the forecast begins there and knows nothing of what came since.`,
    );
  if (little?.isStable === false)
    notes.push(
      `Unstable: work does not come and go alike (begun ${little.arrivals}, finished ${little.departures}; mean work in progress is ${roughNumber(little.ratio)} times what throughput and cycle time lead to expect), so the past is a weak guide here.`,
    );
  if (little === null)
    notes.push('Whether as much work is begun as is finished cannot be told here; if not, the odds are too good.');
  notes.push(scopeText(growing));
  if (emptyWeeks > 0)
    notes.push(
      `${emptyWeeks} of the ${countLabel(weeks, 'week')} had no finished item; ${emptyWeeks === 1 ? 'it is' : 'they are'} drawn like all others.`,
    );
  return notes;
}

function scopeText(growing: Forecast['growing']): string {
  if (growing === null)
    return 'It assumes a fixed scope: nothing here tells how much work is added while these items are done.';
  const { rate, weeks } = growing;
  return rate > 1
    ? `Scope grows: ${roughNumber(rate)} tickets were created for each one finished (median of ${weeks} weeks). What that leads to stands beside the fixed scope.`
    : `Scope does not grow: no more tickets were created than finished (median of ${weeks} weeks).`;
}
