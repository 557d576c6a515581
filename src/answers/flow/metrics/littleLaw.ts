import type { LittleCheck } from '../../../model/flow/wip.ts';

const TOLERATED = 0.25;

/** An item in progress at the end of each day from `from` on, up to the day before `to` (days of one calendar). */
export interface Span {
  readonly from: number;
  /** null: it is still open. */
  readonly to: number | null;
}

/** Items in progress at the end of each day from `first` on, up to the day before `end`. */
export function wipByDay(spans: readonly Span[], first: number, end: number): number[] {
  const changes = new Int32Array(Math.max(0, end - first) + 1);
  const change = (day: number, by: number): void => {
    const at = Math.min(Math.max(day, first), end) - first;
    changes[at] = (changes[at] ?? 0) + by;
  };
  for (const { from, to } of spans) {
    change(from, 1);
    if (to !== null) change(Math.max(to, from), -1);
  }
  let count = 0;
  return Array.from(changes.subarray(0, -1), by => (count += by));
}

/**
 * Little's law as a check (Little and Graves 2008): mean work in progress against throughput times mean cycle time, all in
 * days of which the end counts. null when nothing left between `first` and the day before `end`, or all in one day.
 */
export function littleCheck(spans: readonly Span[], first: number, end: number): LittleCheck | null {
  const isInside = (day: number | null): boolean => day !== null && day >= first && day < end;
  const left = spans.filter(({ to }) => isInside(to));
  const arrivals = spans.filter(({ from }) => isInside(from)).length;
  const stays = left.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0);
  if (left.length === 0 || stays === 0) return null;
  const days = end - first;
  const averageWip = wipByDay(spans, first, end).reduce((sum, count) => sum + count, 0) / days;
  const perDay = left.length / days;
  const meanDays = stays / left.length;
  const ratio = averageWip / (perDay * meanDays);
  const drift = Math.abs(arrivals - left.length) / left.length;
  const isStable = Math.abs(ratio - 1) <= TOLERATED && drift <= TOLERATED;
  return { averageWip, perDay, meanDays, ratio, arrivals, departures: left.length, isStable };
}
