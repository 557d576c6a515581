export const DAY = 86_400;
const OPENS = 8 * 3600;
/** Seconds of a working day: 08:00 to 17:30 UTC. */
const WORKDAY = 9.5 * 3600;
/** Monday, 5 January 1970. */
const A_MONDAY = 4 * DAY;

/**
 * Working time is a clock that stands still at night and at weekends (UTC). Everything is placed on it, so that the order of
 * events is the same whatever day of the week `now` is.
 */
export function toWorkingTime(epoch: number): number {
  const since = epoch - A_MONDAY;
  const day = Math.floor(since / DAY);
  const weekday = day % 7;
  const workdays = Math.floor(day / 7) * 5 + Math.min(weekday, 5);
  const today = weekday < 5 ? Math.min(WORKDAY, Math.max(0, since - day * DAY - OPENS)) : 0;
  return workdays * WORKDAY + today;
}

/** The moment at which the working clock shows this time, as whole epoch seconds. */
export function fromWorkingTime(time: number): number {
  const workdays = Math.floor(time / WORKDAY);
  const day = Math.floor(workdays / 5) * 7 + (workdays % 5);
  return A_MONDAY + day * DAY + OPENS + Math.floor(time - workdays * WORKDAY);
}

/**
 * Moves working times apart until each is at least `gap` after the one before, and none is later than `latest`.
 * Pushes forward first, then back from the end, so that order always survives.
 */
export function spaced(times: readonly number[], gap: number, latest: number): number[] {
  const forward: number[] = [];
  for (const time of times) forward.push(Math.max(time, (forward.at(-1) ?? -Infinity) + gap));
  let limit = latest;
  return forward
    .toReversed()
    .map(time => {
      const kept = Math.min(time, limit);
      limit = kept - gap;
      return kept;
    })
    .toReversed();
}
