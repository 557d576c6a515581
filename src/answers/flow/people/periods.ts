import type { FlowInput } from '../metric.ts';
import { weekIndex } from '../time/weeks.ts';

export const PERIOD_WEEKS = 4;

/** Four whole weeks: `from` and the day after the last (`YYYY-MM-DD`). */
export interface Period<Item> {
  readonly from: string;
  readonly to: string;
  readonly items: readonly Item[];
}

export interface Periods<Item> {
  readonly periods: readonly Period<Item>[];
  /** What landed in the weeks before the first period: counted in the window's totals and shown in no period. */
  readonly leftOver: readonly Item[];
}

/** The window's items in periods of four weeks that end with it; what is left over at its start is in none. */
export function periodsOf<Item extends { readonly end: number }>(
  { weeks, calendar }: Pick<FlowInput, 'weeks' | 'calendar'>,
  items: readonly Item[],
): Periods<Item> {
  const leftOver: Item[] = [];
  const periods: { from: string; to: string; items: Item[] }[] = [];
  const lead = weeks.length % PERIOD_WEEKS;
  for (let first = lead; first < weeks.length; first += PERIOD_WEEKS)
    periods.push({ from: weeks[first]?.from ?? '', to: weeks[first + PERIOD_WEEKS - 1]?.to ?? '', items: [] });
  for (const item of items) {
    const week = weekIndex(weeks, calendar, item.end);
    if (week >= 0 && week < lead) leftOver.push(item);
    else periods[Math.floor((week - lead) / PERIOD_WEEKS)]?.items.push(item);
  }
  return { periods, leftOver };
}
