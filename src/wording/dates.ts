import { daysBetween } from '../model/calendarDay.ts';

const MINUTE = 60;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-12-01` -> `1 Dec 2026`. Other text is returned as it is. */
export function dayLabel(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match === null ? day : `${Number(match[3])} ${MONTHS[Number(match[2]) - 1] ?? ''} ${match[1] ?? ''}`;
}

/** "today", "in 11 days", "3 days ago". */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

/** Elapsed seconds for people: whole days from ten on, one decimal below; hours below one day, minutes below an hour; below a minute git's times say nothing. */
export function durationLabel(seconds: number): string {
  const days = seconds / 86_400;
  if (days >= 10) return counted(String(Math.round(days)), 'day');
  if (days >= 1) return counted(trimmed(days), 'day');
  const hours = seconds / 3_600;
  if (hours >= 1) return counted(trimmed(hours), 'hour');
  return seconds < MINUTE ? 'less than a minute' : counted(String(Math.round(seconds / MINUTE)), 'minute');
}

/** `at most 3 days`. Below a minute `word` goes, as `less than a minute` says it. */
export function boundedDuration(word: 'at most' | 'about', seconds: number): string {
  return seconds < MINUTE ? durationLabel(seconds) : `${word} ${durationLabel(seconds)}`;
}

function counted(number: string, unit: string): string {
  return `${number} ${unit}${number === '1' ? '' : 's'}`;
}

function trimmed(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** Whole numbers in full, others to four significant digits at most (or `digits`), and never less than their whole part. */
export function numberLabel(value: number, digits = 4): string {
  const whole = Math.trunc(Math.abs(value)).toFixed(0).length;
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(Math.max(digits, whole))));
}
