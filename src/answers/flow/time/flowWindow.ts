import type { FlowRequest, FlowWindow } from '../../../model/flow/flow.ts';
import { ProblemError } from '../../../model/problem.ts';
import { dayFromText, dayText, mondayOf, type Calendar } from './calendar.ts';

/** How many whole weeks are looked at when nobody asks for others. */
export const DEFAULT_WEEKS = 26;
const LEAST_WEEKS = 4;
const MOST_WEEKS = 520;
/** Git is of that year. */
const FIRST_DAY = '2005-01-01';

/**
 * The window that answers a request: whole ISO weeks of the calendar's time zone, never the running one, at least four.
 * Days that are asked for snap outward to Mondays; `until` is included. Too short a span grows into the past. Throws a
 * `ProblemError` for days of which nothing can be known yet (`window/future`) or any more (`window/too-early`), and for more
 * than 520 weeks (`window/too-long`).
 */
export function flowWindow(asked: FlowRequest['window'], now: number, calendar: Calendar): FlowWindow {
  const today = calendar.dayOf(now);
  const thisMonday = mondayOf(today);
  if ('weeks' in asked) return windowOf(thisMonday - 7 * wholeWeeks(asked.weeks), thisMonday);
  // Compared as texts: of days long ago a `Date` makes others.
  if (asked.since < FIRST_DAY) throw new ProblemError({ code: 'window/too-early', detail: asked.since });
  if (dayFromText(asked.since) > today) throw new ProblemError({ code: 'window/future', detail: asked.since });
  const until = asked.until === null ? thisMonday : mondayOf(dayFromText(asked.until)) + 7;
  const window = windowOf(mondayOf(dayFromText(asked.since)), Math.min(until, thisMonday));
  if (window.weeks > MOST_WEEKS) throw new ProblemError({ code: 'window/too-long', detail: String(window.weeks) });
  return window;
}

/** True when an instant (epoch seconds) falls into the window. */
export function windowTest(window: FlowWindow, calendar: Calendar): (seconds: number) => boolean {
  const from = dayFromText(window.from);
  const to = dayFromText(window.to);
  return seconds => {
    // Zones differ from UTC by a day at most, so most instants need no calendar.
    const roughly = seconds / 86_400;
    if (!(roughly >= from - 2 && roughly <= to + 2)) return false;
    const day = calendar.dayOf(seconds);
    return day >= from && day < to;
  };
}

function wholeWeeks(asked: number): number {
  return Number.isNaN(asked) ? DEFAULT_WEEKS : Math.min(Math.max(Math.trunc(asked), LEAST_WEEKS), MOST_WEEKS);
}

function windowOf(from: number, to: number): FlowWindow {
  const first = Math.min(from, to - 7 * LEAST_WEEKS);
  return { from: dayText(first), to: dayText(to), weeks: (to - first) / 7 };
}
