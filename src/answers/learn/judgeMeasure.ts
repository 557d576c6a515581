import { daysBetween } from '../../model/calendarDay.ts';
import type { Foreseen, MeasureDirection, MeasureResult } from '../../model/learn/calibration.ts';
import type { Measurement } from '../../model/outcome.ts';

/** A value this much older than the day is of the review before: reviews are a month apart. */
const DAYS_BEFORE = 30;
/** Decimal numbers are not exact: 1.1 - 1 is a little more than 0.1. */
const ROUNDING = 1e-9;

export interface Verdict {
  readonly result: MeasureResult;
  readonly direction: MeasureDirection | null;
  readonly attainment: number | null;
}

export interface MeasureDay {
  /** `YYYY-MM-DD`; null: the last value counts. */
  readonly due: string | null;
  /** What was measured before tells nothing of the outcome; null where it is not known. */
  readonly launched: string | null;
  readonly today: string;
}

/**
 * The value that a measure is judged by: the first one of its day or later; where there is none, the last one of the month
 * before. `tooEarly`: there is only an older one.
 */
export function actualOf(
  measured: readonly Measurement[],
  { due, launched, today }: MeasureDay,
): { readonly actual: Measurement | null; readonly tooEarly: Measurement | null } {
  const sorted = measured
    .filter(({ on }) => on <= today && (launched === null || on >= launched))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const last = sorted.at(-1) ?? null;
  if (due === null) return { actual: last, tooEarly: null };
  const first = sorted.find(({ on }) => on >= due);
  if (first !== undefined) return { actual: first, tooEarly: null };
  const isNear = last !== null && daysBetween(last.on, due) <= DAYS_BEFORE;
  return isNear ? { actual: last, tooEarly: null } : { actual: null, tooEarly: last };
}

/** There is nothing to hold a value against. */
export const NO_VERDICT: Verdict = { result: 'cannotTell', direction: null, attainment: null };

/** METRICS M18: hit, direction and attainment of a value against what was foreseen. */
export function judge({ baseline, target, tolerance }: Foreseen, actual: number | null): Verdict {
  if (baseline === null || target === null) return NO_VERDICT;
  if (actual === null) return { result: 'notMeasured', direction: null, attainment: null };
  const moved = actual - baseline;
  const wanted = target - baseline;
  const isStill = Math.abs(moved) <= (tolerance ?? 0) + ROUNDING * Math.max(1, Math.abs(actual), Math.abs(baseline));
  const isHit = wanted === 0 ? isStill : wanted > 0 ? actual >= target : actual <= target;
  return {
    result: isHit ? 'hit' : 'missed',
    direction: directionOf({ isStill, isHold: wanted === 0, isRight: Math.sign(moved) === Math.sign(wanted) }),
    attainment: wanted === 0 ? null : moved / wanted,
  };
}

/** A value that should stay goes the right way by staying. */
function directionOf({
  isStill,
  isHold,
  isRight,
}: Record<'isStill' | 'isHold' | 'isRight', boolean>): MeasureDirection {
  if (isHold) return isStill ? 'right' : 'wrong';
  if (isStill) return 'noChange';
  return isRight ? 'right' : 'wrong';
}
