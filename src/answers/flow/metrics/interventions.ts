import type { CannotTell, InterventionComparison, Interventions, Shift } from '../../../model/flow/interventions.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { dayFromText, dayText } from '../time/calendar.ts';
import { isFinishedWork, isTimed } from '../items/timedWork.ts';
import { alsoSeen } from './interventionAlso.ts';
import {
  BACK_DAYS,
  begunWork,
  cohortsAround,
  followUpDays,
  LEAST_DAYS,
  LEAST_ITEMS,
  type Begun,
  type Cohorts,
} from './interventionCohorts.ts';
import { placeboOf } from './interventionPlacebo.ts';
import { seriesAround, weeklyCycleTime } from './interventionSeries.ts';
import { cohortOf, insideOf, insideShiftOf, medianDifferenceOf, shiftOf } from './interventionShift.ts';
import { sizeStrata, typeStrata } from './interventionStrata.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

/** Each takes some time to compute, and more are not read. */
const MOST_COMPARED = 12;
/** METRICS 8.5: what is less than four weeks apart must not be subtracted. */
const LEAST_DAYS_APART = 28;

type Compared = Omit<InterventionComparison, 'signalsSince' | 'series'>;

const NOTHING = {
  verdict: null,
  followUpDays: null,
  before: null,
  after: null,
  straddling: null,
  shift: null,
  types: null,
  mixMoved: false,
  inside: null,
  sizes: null,
  placebo: null,
  also: [],
} as const satisfies Partial<Compared>;

interface Named {
  readonly kind: InterventionComparison['kind'];
  readonly on: string;
  readonly label: string;
}

/**
 * Cycle time before and after each intervention and each try of team.yaml (METRICS M23): groups of items by the time in
 * which they were begun, all watched equally long. Cycle time is the one measure that was chosen beforehand; throughput,
 * batch size and revert rate are also seen.
 */
export const interventionsMetric: Metric<Interventions> = (input, ask) => {
  const named = namedOf(input);
  const begun = begunWork(input);
  const knownFrom = knownFromDay(input);
  const weekly = named.length === 0 ? null : weeklyCycleTime(input, ask);
  const asked = named.slice(0, MOST_COMPARED).map(one => comparison(one, begun, knownFrom, input, ask));
  return gate => {
    const withheld = withheldOf(input, gate);
    if (withheld !== null || weekly === null) return { withheld, comparisons: [], leftOut: 0 };
    const found = apart(asked.map(finish => finish(gate)));
    const bins = weekly(gate);
    const around = found.map(one => (one.shift === null ? null : seriesAround(bins, one)));
    const drawn = found.findIndex(({ verdict }, at) => verdict !== null && around[at] != null);
    return {
      withheld,
      comparisons: found.map((one, at) => ({
        ...one,
        signalsSince: around[at]?.signalsSince ?? null,
        series: at === drawn ? (around[at]?.series ?? null) : null,
      })),
      leftOut: named.length - asked.length,
    };
  };
};

/**
 * Without the strata of dates less than four weeks from a newer one whose strata are told: the counts of two such dates
 * could be subtracted.
 */
function apart(comparisons: readonly Compared[]): Compared[] {
  let told = Infinity;
  return comparisons.map(one => {
    if (one.types === null && one.sizes === null) return one;
    const day = dayFromText(one.on);
    if (told - day < LEAST_DAYS_APART)
      return { ...one, types: null, sizes: one.sizes === null ? null : { ...one.sizes, strata: null } };
    told = day;
    return one;
  });
}

function withheldOf(input: FlowInput, { solo }: Gate): Withheld | null {
  if (solo) return { code: 'solo' };
  if (!mayDivide(input)) return { code: 'people' };
  // Without open work, what is not finished would be missing after a change, and only the quick items be left.
  return input.open === null ? { code: 'notRead' } : null;
}

/** Newest first. */
function namedOf({ team }: FlowInput): Named[] {
  return [
    ...team.interventions.map(({ on, label }): Named => ({ kind: 'intervention', on, label })),
    ...team.tries.map(({ on, text }): Named => ({ kind: 'try', on, label: text })),
  ].sort((a, b) => (a.on === b.on ? (a.label < b.label ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** The first day of which everything that was begun is known. */
function knownFromDay({ items, knownSince, calendar }: FlowInput): number {
  const [edge, born] = [knownSince, items[0]?.end ?? null].map(time =>
    time === null ? -Infinity : calendar.dayOf(time),
  );
  return Math.max(edge ?? -Infinity, born ?? -Infinity);
}

function comparison(
  named: Named,
  begun: readonly Begun[],
  knownFrom: number,
  input: FlowInput,
  ask: Ask,
): (gate: Gate) => Compared {
  const day = dayFromText(named.on);
  const today = input.calendar.dayOf(input.now);
  const watched = followUpDays(begun, day);
  const all = cohortsAround(begun, day, { knownFrom, today }, watched);
  const cells = [ask(all.before), ask(all.after)];
  const straddlers = ask(all.straddling);
  const byType = typeStrata(all, input, ask);
  const bySize = sizeStrata(all, input, ask);
  const also = alsoSeen(input, begun, { day, knownFrom }, ask);
  return gate => {
    const human = (one: Begun): boolean => !gate.isAutomated(one);
    const cohorts: Cohorts = { ...all, before: all.before.filter(human), after: all.after.filter(human) };
    const passes = cells.every(cell => gate.passes(cell));
    const reason =
      (day > today ? ({ code: 'future' } as const) : null) ??
      tooShort(cohorts, day, today) ??
      (passes ? null : ({ code: 'people' } as const)) ??
      coverage(input, day, gate) ??
      tooFew(cohorts, today);
    if (reason !== null) return { ...NOTHING, ...named, cannotTell: reason };
    const shown = {
      ...NOTHING,
      ...named,
      followUpDays: watched,
      before: cohortOf(cohorts.before, { from: day - watched - all.beforeDays, days: all.beforeDays, watched }),
      after: cohortOf(cohorts.after, { from: day, days: all.afterDays, watched }),
      straddling: gate.passes(straddlers) ? all.straddling.filter(human).length : null,
    };
    const seed = `${named.on} ${input.window.from} ${input.window.to} interventions`;
    const shift = shiftOf(cohorts, seed);
    if (shift === null) return { ...shown, cannotTell: { code: 'unfinished' } };
    const mix = byType(gate, human);
    const sizes = bySize(gate, human);
    const inside = mix?.moved === true ? insideShiftOf(cohorts, mix.stratumOf, `${seed} types`) : null;
    const told = mix?.moved === true ? inside : shift;
    const around = { day, knownFrom, watched };
    const madeUp = (made: Cohorts): number | null =>
      inside === null || mix === null ? medianDifferenceOf(made) : (insideOf(made, mix.stratumOf)?.difference ?? null);
    return {
      ...shown,
      cannotTell: told === null ? { code: 'mixChanged' } : null,
      verdict: told === null ? null : verdictOf(told),
      shift,
      types: mix?.shown ?? null,
      mixMoved: mix === null ? false : mix.moved,
      inside,
      sizes:
        sizes === null
          ? null
          : {
              measure: sizes.measure,
              strata: sizes.shown,
              moved: sizes.moved,
              inside: sizes.moved === true ? insideOf(cohorts, sizes.stratumOf) : null,
            },
      placebo: told === null ? null : placeboOf(begun.filter(human), around, madeUp, told.difference),
      also: also(gate),
    };
  };
}

/** Too many items of one side have no known start: the others are no picture of all. */
function coverage({ items, calendar, type }: FlowInput, day: number, gate: Gate): Withheld | null {
  const work = items.filter(
    item => isFinishedWork(item) && (type === null || item.type === type) && !gate.isAutomated(item),
  );
  const landed = (from: number, to: number) =>
    work.filter(({ end }) => calendar.dayOf(end) >= from && calendar.dayOf(end) < to);
  for (const side of [landed(day - BACK_DAYS, day), landed(day, Infinity)]) {
    const known = side.filter(isTimed).length;
    if (side.length > 0 && known / side.length < LEAST_COVERAGE) return { code: 'coverage', known, of: side.length };
  }
  return null;
}

/** Too little time on one side: known from the calendar, whoever is behind it. */
function tooShort(
  { beforeDays, afterDays, followUpDays: watched }: Cohorts,
  day: number,
  today: number,
): CannotTell | null {
  if (beforeDays < LEAST_DAYS) return { code: 'historyTooShort' };
  if (afterDays >= LEAST_DAYS) return null;
  return { code: 'tooEarly', readyOn: dayText(Math.max(day + LEAST_DAYS + watched, today + 1)) };
}

function tooFew({ before, after, afterDays }: Cohorts, today: number): CannotTell | null {
  const [has, needs] = [before.length, LEAST_ITEMS];
  if (has < needs) return { code: 'tooFew', what: 'timedItems', has, needs };
  if (after.length >= needs) return null;
  // At the pace at which items were begun since.
  const wait = Math.ceil(((needs - after.length) * afterDays) / after.length);
  return { code: 'tooEarly', readyOn: Number.isFinite(wait) ? dayText(today + wait) : null };
}

function verdictOf({ low, high }: Pick<Shift, 'low' | 'high'>): 'shorter' | 'longer' | 'noChange' {
  if (high !== null && high < 0) return 'shorter';
  return low !== null && low > 0 ? 'longer' : 'noChange';
}
