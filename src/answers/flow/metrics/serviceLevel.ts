import type { ServiceLevel, ServiceLevelPart } from '../../../model/flow/serviceLevel.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { leastValuesFor, nearestRank } from '../statistics/percentile.ts';
import { wilson } from '../../statistics/proportion.ts';
import { calendarDays } from '../time/calendar.ts';
import { weekIndex } from '../time/weeks.ts';
import { isFinishedWork, isTimed, type TimedItem } from '../items/timedWork.ts';
import { timedWork } from './cycleTime.ts';

const SET_BY = leastValuesFor(85);
const TESTED_BY = 10;

/**
 * The 85 % service level expectation of the window's first weeks (nearest rank, inclusive calendar days) and the share
 * of the items of the later weeks that met it. What set it never tests it.
 */
export const serviceLevelMetric: Metric<ServiceLevel> = (input, ask) => {
  const weekOf = ({ end }: TimedItem): number => weekIndex(input.weeks, input.calendar, end);
  const work = timedWork(input, ask);
  const timed = input.finished.filter(isFinishedWork).filter(isTimed);
  const counts = input.weeks.map(() => 0);
  for (const item of timed) counts[weekOf(item)] = (counts[weekOf(item)] ?? 0) + 1;
  const first = firstWeeks(counts);
  const cells = [ask(timed.filter(item => weekOf(item) < first)), ask(timed.filter(item => weekOf(item) >= first))];
  return gate => {
    const known = work(gate);
    const setBy = known.timed.filter(item => weekOf(item) < first);
    const testedBy = known.timed.filter(item => weekOf(item) >= first);
    const withheld =
      known.withheld ??
      (mayDivide(input) && cells.every(cell => gate.passes(cell)) ? null : ({ code: 'people' } as const)) ??
      tooFew(setBy.length, testedBy.length);
    const none = { days: null, setOn: null, testedOn: null, hits: null, share: null, low: null, high: null };
    if (withheld !== null) return { withheld, ...none };
    const daysOf = ({ start, end }: TimedItem): number => calendarDays(input.calendar, start, end);
    const days =
      nearestRank(
        setBy.map(daysOf).sort((a, b) => a - b),
        85,
      ) ?? 0;
    const hits = testedBy.filter(item => daysOf(item) <= days).length;
    const interval = wilson(hits, testedBy.length);
    return {
      withheld: null,
      days,
      setOn: partOf(input, 0, first, setBy.length),
      testedOn: partOf(input, first, input.weeks.length, testedBy.length),
      hits,
      share: hits / testedBy.length,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  };
};

/** How many weeks set the expectation: half of them, or the nearest number that leaves enough items on both sides. */
function firstWeeks(counts: readonly number[]): number {
  const half = Math.floor(counts.length / 2);
  const sum = (weeks: readonly number[]): number => weeks.reduce((total, count) => total + count, 0);
  const splits = counts
    .map((_, week) => week)
    .filter(week => sum(counts.slice(0, week)) >= SET_BY && sum(counts.slice(week)) >= TESTED_BY)
    .sort((a, b) => Math.abs(a - half) - Math.abs(b - half) || a - b);
  return splits[0] ?? half;
}

function tooFew(setBy: number, testedBy: number): Withheld | null {
  const [has, needs] = [setBy + testedBy, SET_BY + TESTED_BY];
  if (has < needs) return { code: 'tooFew', what: 'timedItems', has, needs };
  if (setBy < SET_BY) return { code: 'tooFew', what: 'timedItems', has: setBy, needs: SET_BY };
  return testedBy < TESTED_BY ? { code: 'tooFew', what: 'timedItems', has: testedBy, needs: TESTED_BY } : null;
}

function partOf({ weeks }: FlowInput, first: number, end: number, items: number): ServiceLevelPart {
  return { from: weeks[first]?.from ?? '', to: weeks[end - 1]?.to ?? '', weeks: end - first, items };
}
