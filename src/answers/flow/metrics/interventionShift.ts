import type { Cohort, InterventionComparison, Shift } from '../../../model/flow/interventions.ts';
import { bootstrapMedianDifference, type Clustered } from '../statistics/bootstrap.ts';
import { median } from '../statistics/median.ts';
import { createRandom } from '../statistics/random.ts';
import { a12, hodgesLehmann, mannWhitney } from '../statistics/twoGroups.ts';
import { mondayOf } from '../time/calendar.ts';
import { cohortsAround, isEnough, watchedSeconds, type Begun, type Cohorts } from './interventionCohorts.ts';

const MIX_SHIFT = 0.15;
const LEAST_IN_TYPE = 5;
const LEAST_PLACEBOS = 10;
const MOST_PLACEBO_DAYS = 2 * 365;

export function cohortOf(side: readonly Begun[], days: number): Cohort {
  const seconds = side.map(one => watchedSeconds(one, days));
  return {
    items: side.length,
    unfinished: seconds.filter(value => value === Infinity).length,
    median: medianOf(seconds),
  };
}

/** The median; null when half or more have no end, as then the middle is not known. */
function medianOf(seconds: readonly number[]): number | null {
  return seconds.filter(value => value === Infinity).length * 2 >= seconds.length ? null : median(seconds);
}

/**
 * Cycle time after less before: difference of medians with the bootstrap interval that draws the weeks in which items were
 * begun, and rank statistics. null when half or more of a side were not finished in time.
 */
export function shiftOf({ before, after, followUpDays }: Cohorts, seed: string): Shift | null {
  const [old, recent] = [before, after].map(side => clustered(side, followUpDays));
  if (old === undefined || recent === undefined) return null;
  const [oldSeconds, recentSeconds] = [old, recent].map(side => side.map(({ value }) => value));
  const difference = differenceOf(oldSeconds ?? [], recentSeconds ?? []);
  const interval = bootstrapMedianDifference(old, recent, createRandom(seed));
  if (difference === null || interval === null) return null;
  const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);
  return {
    difference,
    low: finite(interval.low),
    high: finite(interval.high),
    byWeeks: interval.clustered,
    hodgesLehmann: hodgesLehmann(oldSeconds ?? [], recentSeconds ?? []),
    a12: a12(oldSeconds ?? [], recentSeconds ?? []),
    p: mannWhitney(oldSeconds ?? [], recentSeconds ?? [])?.p ?? null,
  };
}

function clustered(side: readonly Begun[], days: number): Clustered[] {
  return side.map(one => ({ value: watchedSeconds(one, days), cluster: mondayOf(one.day) }));
}

function differenceOf(before: readonly number[], after: readonly number[]): number | null {
  const [old, recent] = [medianOf(before), medianOf(after)];
  return old === null || recent === null ? null : recent - old;
}

/** Whether a work type's share moved by more than 15 points, and the shift inside equal types, weighted by their sizes. */
export function typeMix({
  before,
  after,
  followUpDays,
}: Cohorts): Pick<InterventionComparison, 'mixChanged' | 'insideTypes'> {
  const types = new Set([...before, ...after].map(({ type }) => type));
  let [moved, weights, sum] = [0, 0, 0];
  for (const type of types) {
    const [old, recent] = [before, after].map(side =>
      side.filter(one => one.type === type).map(one => watchedSeconds(one, followUpDays)),
    );
    const [few, many] = [old?.length ?? 0, recent?.length ?? 0];
    moved = Math.max(moved, Math.abs(few / before.length - many / after.length));
    const shift = Math.min(few, many) < LEAST_IN_TYPE ? null : hodgesLehmann(old ?? [], recent ?? []);
    if (shift === null) continue;
    const weight = (few * many) / (few + many);
    weights += weight;
    sum += weight * shift;
  }
  return { mixChanged: moved > MIX_SHIFT, insideTypes: weights === 0 ? null : sum / weights };
}

/**
 * The same comparison around every made-up date, a week apart, of the time before the real one: how many show a shift at
 * least as large. null when fewer than ten dates have enough items.
 */
export function placeboOf(
  begun: readonly Begun[],
  day: number,
  knownFrom: number,
  watched: number,
  difference: number,
): InterventionComparison['placebo'] {
  const shifts: number[] = [];
  const earliest = Math.max(knownFrom + watched, day - MOST_PLACEBO_DAYS);
  for (let fake = day - watched - 7; fake > earliest; fake -= 7) {
    // What is begun after the real date is not looked at, and each item is watched to the end before it.
    const cohorts = cohortsAround(begun, fake, { knownFrom, today: day }, watched);
    if (!isEnough(cohorts)) continue;
    const seconds = (side: readonly Begun[]): number[] => side.map(one => watchedSeconds(one, watched));
    const shift = differenceOf(seconds(cohorts.before), seconds(cohorts.after));
    if (shift !== null) shifts.push(Math.abs(shift));
  }
  if (shifts.length < LEAST_PLACEBOS) return null;
  return { dates: shifts.length, asLarge: shifts.filter(shift => shift >= Math.abs(difference)).length };
}
