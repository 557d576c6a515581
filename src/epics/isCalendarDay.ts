import * as z from 'zod/mini';

const schema = z.iso.date();

/** True for a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  return schema.safeParse(text).success;
}
