import type { FlowWindow } from '../../../model/flow/flow.ts';
import { dayFromText, dayText, type Calendar } from './calendar.ts';

/** One whole ISO week of a calendar. Days are numbers of that calendar. */
export interface Week {
  /** Its Monday, and the Monday after (`YYYY-MM-DD`). */
  readonly from: string;
  readonly to: string;
  /** The Monday as a day number. */
  readonly day: number;
}

/** The whole weeks of a window, first to last. */
export function weeksOf(window: FlowWindow): Week[] {
  const first = dayFromText(window.from);
  return Array.from({ length: window.weeks }, (_, week) => {
    const day = first + 7 * week;
    return { from: dayText(day), to: dayText(day + 7), day };
  });
}

/** Index of the week of `weeks` (which follow each other) in which an instant (epoch seconds) falls; -1 outside. */
export function weekIndex(weeks: readonly Week[], calendar: Calendar, seconds: number): number {
  const first = weeks[0];
  if (first === undefined) return -1;
  const index = Math.floor((calendar.dayOf(seconds) - first.day) / 7);
  return index < weeks.length ? Math.max(index, -1) : -1;
}
