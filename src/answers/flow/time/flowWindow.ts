import type { FlowRequest, FlowWindow } from '../../../model/flow/flow.ts';
import { dayFromText, dayText, mondayOf, type Calendar } from './calendar.ts';

/** How many whole weeks are looked at when nobody asks for others. */
export const DEFAULT_WEEKS = 26;
const LEAST_WEEKS = 4;

/**
 * The window that answers a request: whole ISO weeks of the calendar's time zone, never the running one, at least four.
 * Days that are asked for snap outward to Mondays; `until` is included. Too short a span grows into the past.
 */
export function flowWindow(asked: FlowRequest['window'], now: number, calendar: Calendar): FlowWindow {
  const thisMonday = mondayOf(calendar.dayOf(now));
  if ('weeks' in asked) return windowOf(thisMonday - 7 * Math.trunc(asked.weeks), thisMonday);
  const until = asked.until === null ? thisMonday : mondayOf(dayFromText(asked.until)) + 7;
  return windowOf(mondayOf(dayFromText(asked.since)), Math.min(until, thisMonday));
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

function windowOf(from: number, to: number): FlowWindow {
  const first = Math.min(from, to - 7 * LEAST_WEEKS);
  return { from: dayText(first), to: dayText(to), weeks: (to - first) / 7 };
}
