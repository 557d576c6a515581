const DAY = 86_400;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days of one time zone. A day is a number: days since 1970-01-01 on that zone's own calendar. */
export interface Calendar {
  /** The zone that is used: UTC when the wanted one is unknown. */
  readonly timeZone: string;
  /** The day on which an instant (epoch seconds) falls. */
  dayOf(seconds: number): number;
}

/** The calendar of an IANA time zone (`Europe/Berlin`). */
export function calendarIn(timeZone: string): Calendar {
  const zone = knownZone(timeZone);
  if (zone === 'UTC') return { timeZone: zone, dayOf: seconds => Math.floor(seconds / DAY) };
  const offsetAt = offsetsOf(zone);
  return { timeZone: zone, dayOf: seconds => Math.floor((seconds + offsetAt(seconds)) / DAY) };
}

/** `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

/** The day of `YYYY-MM-DD`. Throws a RangeError for anything else, 30 February included. */
export function dayFromText(text: string): number {
  const match = DATE.exec(text);
  const time = match === null ? NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const day = time / 1000 / DAY;
  if (Number.isNaN(day) || dayText(day) !== text) throw new RangeError(`not a day (YYYY-MM-DD): ${text}`);
  return day;
}

/** The Monday of the day's ISO 8601 week. */
export function mondayOf(day: number): number {
  // Day 0 was a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The first instant of a day, epoch seconds. */
export function startOfDay(calendar: Calendar, day: number): number {
  // No zone is a whole day away from UTC.
  let [before, at] = [(day - 1) * DAY - 1, (day + 1) * DAY];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (calendar.dayOf(middle) < day) before = middle;
    else at = middle;
  }
  return at;
}

/** Calendar days from start to finish, both included: on one day is 1 (Kanban Guide's item age and cycle time). */
export function calendarDays(calendar: Calendar, start: number, finish: number): number {
  return calendar.dayOf(finish) - calendar.dayOf(start) + 1;
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

/** Seconds to add to an instant to get the zone's wall clock. Asks Intl about once a day of history, as it is slow. */
function offsetsOf(timeZone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const exact = (seconds: number): number => {
    const at: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(seconds * 1000)) at[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
  };
  /** By day of UTC; null where the clocks change during that day. */
  const byDay = new Map<number, number | null>();
  return seconds => {
    const day = Math.floor(seconds / DAY);
    let offset = byDay.get(day);
    if (offset === undefined) {
      const first = exact(day * DAY);
      offset = first === exact((day + 1) * DAY) ? first : null;
      byDay.set(day, offset);
    }
    return offset ?? exact(Math.floor(seconds));
  };
}
