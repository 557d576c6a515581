import type { CannotTell, InterventionComparison, Interventions } from '../../../model/flow/interventions.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { countable, mayDivide } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import { dayFromText, dayText } from '../time/calendar.ts';
import { isFinishedWork, isTimed, secondsOf } from './cycleTime.ts';
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
import { cohortOf, placeboOf, shiftOf, typeMix } from './interventionShift.ts';

const LEAST_COVERAGE = 0.6;
const LEAST_IN_BIN = 3;
/** Each takes some time to compute, and more are not read. */
const MOST_COMPARED = 12;

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
  const timed = input.finished.filter(isFinishedWork).filter(isTimed);
  const divided = named.length === 0 ? null : series(input, timed, ask);
  const asked = named.slice(0, MOST_COMPARED).map(one => comparison(one, begun, knownFrom, input, ask));
  return gate => {
    const withheld = withheldOf(input, gate);
    if (withheld !== null || divided === null) return { withheld, comparisons: [], leftOut: 0 };
    const bins = countable(divided(gate), input).bins.map(({ from, to, items }) => ({
      from,
      to,
      value: items === null ? null : halfWithin(items.filter(isTimed).map(secondsOf)),
    }));
    return {
      withheld,
      comparisons: asked.map(finish => {
        const found = finish(gate);
        return { ...found, signalsSince: found.shift === null ? null : signalsSince(bins, found.on) };
      }),
      leftOut: named.length - asked.length,
    };
  };
};

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
): (gate: Gate) => Omit<InterventionComparison, 'signalsSince'> {
  const day = dayFromText(named.on);
  const today = input.calendar.dayOf(input.now);
  const watched = followUpDays(begun, day);
  const all = cohortsAround(begun, day, { knownFrom, today }, watched);
  const cells = [ask(all.before), ask(all.after)];
  const straddlers = ask(all.straddling);
  const also = alsoSeen(input, day, knownFrom, ask);
  const nothing = {
    ...named,
    verdict: null,
    followUpDays: null,
    before: null,
    after: null,
    straddling: null,
    shift: null,
    mixChanged: false,
    insideTypes: null,
    placebo: null,
    also: [],
  };
  return gate => {
    const human = ({ item }: Begun): boolean => item === null || !gate.isAutomated(item);
    const cohorts: Cohorts = { ...all, before: all.before.filter(human), after: all.after.filter(human) };
    const passes = cells.every(cell => gate.passes(cell));
    const reason =
      (day > today ? ({ code: 'future' } as const) : null) ??
      tooShort(cohorts, day, today) ??
      (passes ? null : ({ code: 'people' } as const)) ??
      coverage(input, day, gate) ??
      tooFew(cohorts, today);
    if (reason !== null) return { ...nothing, cannotTell: reason };
    const shift = shiftOf(cohorts, `${named.on} ${input.window.from} ${input.window.to} interventions`);
    const shown = {
      ...nothing,
      followUpDays: watched,
      before: cohortOf(cohorts.before, watched),
      after: cohortOf(cohorts.after, watched),
      straddling: gate.passes(straddlers) ? all.straddling.filter(human).length : null,
    };
    if (shift === null) return { ...shown, cannotTell: { code: 'unfinished' } };
    const mix = typeMix(cohorts);
    const points = Math.sign(shift.difference);
    const isElsewhere = mix.mixChanged && (mix.insideTypes === null || Math.sign(mix.insideTypes) !== points);
    const verdict = verdictOf(shift);
    const told = verdict !== 'noChange' && isElsewhere ? null : verdict;
    return {
      ...shown,
      ...mix,
      cannotTell: told === null ? { code: 'mixChanged' } : null,
      verdict: told,
      shift,
      placebo: placeboOf(begun.filter(human), day, knownFrom, watched, shift.difference),
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

function verdictOf({
  low,
  high,
}: {
  readonly low: number | null;
  readonly high: number | null;
}): 'shorter' | 'longer' | 'noChange' {
  if (high !== null && high < 0) return 'shorter';
  return low !== null && low > 0 ? 'longer' : 'noChange';
}

function halfWithin(seconds: readonly number[]): number | null {
  return seconds.length < LEAST_IN_BIN
    ? null
    : nearestRank(
        seconds.toSorted((a, b) => a - b),
        50,
      );
}

interface Bin {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
}

/** Signals that reach into the bins since a day, with limits from the bins before it. */
function signalsSince(bins: readonly Bin[], on: string): number | null {
  const baseline = bins.findIndex(({ to }) => to > on);
  const since = bins.findIndex(({ from }) => from >= on);
  if (since < 0) return null;
  const values = bins.map(({ value }) => value);
  const { state, signals } = processBehaviour(values, { nonNegative: true, baseline });
  return state === 'none' ? null : signals.filter(({ points }) => points.some(index => index >= since)).length;
}
