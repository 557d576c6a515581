import type { Cohort, InsideShift, Shift } from '../../../model/flow/interventions.ts';
import { bootstrapMedianDifference, type BootstrapInterval, type Clustered } from '../statistics/bootstrap.ts';
import { median } from '../statistics/median.ts';
import { createRandom } from '../statistics/random.ts';
import { bootstrapStratifiedShift, stratifiedShift, type StratifiedValue } from '../statistics/stratified.ts';
import { a12, hodgesLehmann, mannWhitney } from '../statistics/twoGroups.ts';
import { dayText, mondayOf } from '../time/calendar.ts';
import { LEAST_ITEMS, watchedSeconds, type Begun, type Cohorts } from './interventionCohorts.ts';
import type { StratumOf } from './interventionStrata.ts';

/** The items of one side that began on the `days` days from `from` on. */
export function cohortOf(
  side: readonly Begun[],
  { from, days, watched }: { readonly from: number; readonly days: number; readonly watched: number },
): Cohort {
  const seconds = side.map(one => watchedSeconds(one, watched));
  return {
    from: dayText(from),
    to: dayText(from + days),
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
export function shiftOf(cohorts: Cohorts, seed: string): Shift | null {
  const [old, recent] = [cohorts.before, cohorts.after].map(side =>
    side.map(one => clusteredValue(one, cohorts.followUpDays)),
  );
  if (old === undefined || recent === undefined) return null;
  const [oldSeconds = [], recentSeconds = []] = [old, recent].map(side => side.map(({ value }) => value));
  const difference = medianDifferenceOf(cohorts);
  const interval = bootstrapMedianDifference(old, recent, createRandom(seed));
  if (difference === null || interval === null) return null;
  return {
    difference,
    ...endsOf(interval),
    byWeeks: interval.clustered,
    hodgesLehmann: hodgesLehmann(oldSeconds, recentSeconds),
    a12: a12(oldSeconds, recentSeconds),
    p: mannWhitney(oldSeconds, recentSeconds)?.p ?? null,
  };
}

/** The shift between like items only, with the interval by the same draws. null where too few items are alike. */
export function insideShiftOf(cohorts: Cohorts, stratumOf: StratumOf, seed: string): InsideShift | null {
  const found = insideOf(cohorts, stratumOf);
  if (found === null) return null;
  const interval = bootstrapStratifiedShift(...likeItems(cohorts, stratumOf), createRandom(seed));
  return interval === null ? null : { ...found, ...endsOf(interval), byWeeks: interval.clustered };
}

/** That shift and its samples. */
export function insideOf(cohorts: Cohorts, stratumOf: StratumOf): Pick<InsideShift, 'difference' | 'n'> | null {
  const [before, after] = likeItems(cohorts, stratumOf);
  const difference = stratifiedShift(before, after);
  const isEnough = Math.min(before.length, after.length) >= LEAST_ITEMS;
  return isEnough && difference !== null ? { difference, n: [before.length, after.length] } : null;
}

/** The difference of medians alone; null when half or more of a side were not finished in time. */
export function medianDifferenceOf({ before, after, followUpDays }: Cohorts): number | null {
  const [old, recent] = [before, after].map(side => medianOf(side.map(one => watchedSeconds(one, followUpDays))));
  return old == null || recent == null ? null : recent - old;
}

function likeItems(
  { before, after, followUpDays }: Cohorts,
  stratumOf: StratumOf,
): [before: StratifiedValue[], after: StratifiedValue[]] {
  const like = (side: readonly Begun[]): StratifiedValue[] =>
    side.flatMap(one => {
      const stratum = stratumOf(one);
      return stratum === null ? [] : [{ stratum, ...clusteredValue(one, followUpDays) }];
    });
  return [like(before), like(after)];
}

function clusteredValue(one: Begun, days: number): Clustered {
  return { value: watchedSeconds(one, days), cluster: mondayOf(one.day) };
}

function endsOf({ low, high }: BootstrapInterval): Pick<Shift, 'low' | 'high'> {
  const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);
  return { low: finite(low), high: finite(high) };
}
