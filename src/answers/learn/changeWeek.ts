import { dayAfter, daysBetween } from '../../model/calendarDay.ts';

const A_MONDAY = '1970-01-05';

/**
 * The Monday of the ISO week of a commit's day (`YYYY-MM-DD`): where one person alone changes the files, the day itself
 * would be that person's. null stays null.
 */
export function weekOf(day: string | null): string | null {
  if (day === null) return null;
  const sinceMonday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
  return dayAfter(day, -sinceMonday);
}
