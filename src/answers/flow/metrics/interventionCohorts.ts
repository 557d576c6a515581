import type { WorkItem, WorkType } from '../../../model/work.ts';
import type { FlowInput } from '../metric.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { isFinishedWork, isTimed, secondsOf } from '../items/timedWork.ts';

const DAY = 86_400;
/** METRICS M23: how far back, and the least time that an item is watched. */
export const BACK_DAYS = 26 * 7;
const LEAST_FOLLOW_UP_DAYS = 28;
export const LEAST_ITEMS = 15;
export const LEAST_DAYS = 6 * 7;

/** An item that was begun on a day (of the team's calendar), finished or not. */
export interface Begun {
  readonly id: string;
  readonly day: number;
  /** null: it is open. */
  readonly seconds: number | null;
  readonly endDay: number | null;
  readonly type: WorkType;
  /** A landed item's own sign of bots; of open work the gate alone knows. */
  readonly automated: boolean;
  /** null for open work. */
  readonly item: WorkItem | null;
}

export interface Cohorts {
  readonly followUpDays: number;
  readonly before: readonly Begun[];
  readonly after: readonly Begun[];
  readonly straddling: readonly Begun[];
  /** Days in which items of each side may have begun. */
  readonly beforeDays: number;
  readonly afterDays: number;
}

/** Everything of the asked type that was begun at a known time, open work with signs of life included; bots' work too, until the gate tells. */
export function begunWork({ items, open, type, calendar }: FlowInput): Begun[] {
  const isAsked = (one: { readonly type: WorkType }): boolean => type === null || one.type === type;
  const landed = items.filter(item => isAsked(item) && isFinishedWork(item)).filter(isTimed);
  return [
    ...landed.map(item => ({
      id: item.id,
      day: calendar.dayOf(item.start),
      seconds: secondsOf(item),
      endDay: calendar.dayOf(item.end),
      type: item.type,
      automated: item.automated,
      item,
    })),
    ...(open ?? [])
      .filter(item => isAsked(item) && !item.stale)
      .flatMap(({ id, start, type: of }) =>
        start === null
          ? []
          : [{ id, day: calendar.dayOf(start), seconds: null, endDay: null, type: of, automated: false, item: null }],
      ),
  ];
}

/** How long items are watched: as long as 95 % of those took that finished in the half year before `day`, at least 28 days. */
export function followUpDays(begun: readonly Begun[], day: number): number {
  const times = begun.flatMap(({ seconds, endDay }) =>
    seconds !== null && endDay !== null && endDay < day && endDay >= day - BACK_DAYS ? [seconds] : [],
  );
  const most =
    nearestRank(
      times.sort((a, b) => a - b),
      95,
    ) ?? 0;
  return Math.max(LEAST_FOLLOW_UP_DAYS, Math.ceil(most / DAY));
}

/**
 * Items begun before and after a day that are all watched equally long: those before were watched to the end before that
 * day, those after before `today`. Nothing is known before `knownFrom`. All are days of one calendar.
 */
export function cohortsAround(
  begun: readonly Begun[],
  day: number,
  { knownFrom, today }: { readonly knownFrom: number; readonly today: number },
  watched: number,
): Cohorts {
  const first = Math.max(knownFrom, day - BACK_DAYS);
  const within = (from: number, to: number): Begun[] => begun.filter(one => one.day >= from && one.day < to);
  return {
    followUpDays: watched,
    before: within(first, day - watched),
    after: within(day, today - watched),
    straddling: within(Math.max(first, day - watched), day),
    beforeDays: Math.max(0, day - watched - first),
    afterDays: Math.max(0, today - watched - day),
  };
}

/** Seconds from start to finish, Infinity when that took longer than an item is watched. */
export function watchedSeconds({ seconds }: Begun, days: number): number {
  return seconds !== null && seconds <= days * DAY ? seconds : Infinity;
}

/** Both sides are long enough and have enough items. */
export function isEnough({ before, after, beforeDays, afterDays }: Cohorts): boolean {
  return Math.min(before.length, after.length) >= LEAST_ITEMS && Math.min(beforeDays, afterDays) >= LEAST_DAYS;
}
