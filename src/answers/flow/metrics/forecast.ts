import type { Forecast, WeeksForecast } from '../../../model/flow/forecast.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { knownBins } from '../people/breakdown.ts';
import { createRandom } from '../statistics/random.ts';
import { howMany, periodsFor } from '../statistics/simulate.ts';
import { dayFromText, dayText } from '../time/calendar.ts';
import { weekIndex } from '../time/weeks.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { splitRate } from './splitRate.ts';
import { wipMetric } from './wip.ts';

const WEEKS_AHEAD = [4, 8, 13] as const;
const ITEMS_AHEAD = [10, 20, 50] as const;
/** METRICS M21. */
const LEAST_WEEKS = 8;
const MOST_WEEKS = 26;
const LEAST_ITEMS = 20;

/**
 * How many items the coming weeks may bring, and when so many may be done: 10,000 trials that draw whole weeks of the
 * team's own past, weeks without an item included. The same window gives the same answer.
 */
export const forecastMetric: Metric<Forecast> = (input, ask) => {
  const work = input.finished.filter(isFinishedWork);
  const isKnown = knownBins(input);
  const used = input.weeks.map((week, index) => ({ week, index })).filter(({ week }) => isKnown(week));
  const first = used.at(-MOST_WEEKS)?.index ?? used[0]?.index ?? input.weeks.length;
  const indexOf = ({ end }: { readonly end: number }): number => weekIndex(input.weeks, input.calendar, end);
  const recent = work.filter(item => indexOf(item) >= first);
  const cell = ask(recent);
  const wip = wipMetric(input, ask);
  const split = splitRate(input, first, ask);
  return gate => {
    const history = input.weeks.slice(first).map(() => 0);
    for (const item of recent)
      if (!gate.isAutomated(item)) history[indexOf(item) - first] = (history[indexOf(item) - first] ?? 0) + 1;
    const items = history.reduce((sum, count) => sum + count, 0);
    const withheld = gate.solo ? SOLO : withheldOf(history.length, items, gate.passes(cell));
    if (withheld !== null) return { ...NOTHING, withheld };
    const added = split(gate);
    return {
      withheld,
      after: isPast(input) ? dayText(dayFromText(input.window.to) - 1) : null,
      weeks: history.length,
      emptyWeeks: history.filter(count => count === 0).length,
      items,
      ...simulated(history, input),
      growing: added === null ? null : { ...added, weeksFor: weeksFor(history, added.rate, input) },
      little: wip(gate).little,
    };
  };
};

const SOLO: Withheld = { code: 'solo' };

const NOTHING: Omit<Forecast, 'withheld'> = {
  after: null,
  weeks: 0,
  emptyWeeks: 0,
  items: 0,
  itemsIn: [],
  weeksFor: [],
  growing: null,
  little: null,
};

/** The last whole week ends up to a week before today; a window that ended earlier was asked for. */
function isPast({ window, calendar, now }: FlowInput): boolean {
  return calendar.dayOf(now) - dayFromText(window.to) > 7;
}

function withheldOf(weeks: number, items: number, passes: boolean): Withheld | null {
  if (items === 0) return { code: 'nothing', what: 'finishedItems' };
  if (!passes) return { code: 'people' };
  if (weeks < LEAST_WEEKS) return { code: 'tooFew', what: 'weeks', has: weeks, needs: LEAST_WEEKS };
  return items < LEAST_ITEMS ? { code: 'tooFew', what: 'finishedItems', has: items, needs: LEAST_ITEMS } : null;
}

function simulated(history: readonly number[], input: FlowInput): Pick<Forecast, 'itemsIn' | 'weeksFor'> {
  const { window } = input;
  return {
    itemsIn: WEEKS_AHEAD.map(weeks => ({
      weeks,
      odds: howMany(history, weeks, createRandom(`${window.from} ${window.to} forecast in ${weeks}`)) ?? [],
    })),
    weeksFor: weeksFor(history, 1, input),
  };
}

/** When so many items are done if each finished one brings `rate` of them. The same draws for every rate. */
function weeksFor(history: readonly number[], rate: number, input: FlowInput): WeeksForecast[] {
  const { window, calendar, now } = input;
  const from = isPast(input) ? dayFromText(window.to) - 1 : calendar.dayOf(now);
  return ITEMS_AHEAD.map(items => {
    const random = createRandom(`${window.from} ${window.to} forecast for ${items}`);
    // A rate is a quotient: 50 times 1.1 is a little more than 55 in binary floats.
    const odds = periodsFor(history, Math.ceil(items * rate - 1e-9), random) ?? [];
    return {
      items,
      odds: odds.map(({ percent, value }) => ({
        percent,
        value,
        by: value === null ? null : dayText(from + 7 * value),
      })),
    };
  });
}
