import type { FlowInput } from '../metric.ts';
import { dayText } from '../time/calendar.ts';
import type { Series } from './series.ts';

/** False where work may not be divided again: an export of one work type, as two divisions could be subtracted. */
export function mayDivide({ use, type }: Pick<FlowInput, 'use' | 'type'>): boolean {
  return use === 'view' || type === null;
}

/** The series without items where work may not be divided. */
export function countable(series: Series, input: FlowInput): Series {
  return mayDivide(input) ? series : { ...series, bins: series.bins.map(bin => ({ ...bin, items: null })) };
}

/**
 * Tells whether all that happened in a bin (first day, and day after the last, `YYYY-MM-DD`) can be known. Before a
 * shallow clone's edge, and before a project's first landing, nothing seen is not a zero.
 */
export function knownBins({
  calendar,
  knownSince,
  items,
}: FlowInput): (bin: { readonly from: string; readonly to: string }) => boolean {
  const day = (seconds: number): string => dayText(calendar.dayOf(seconds));
  const edge = knownSince === null ? '' : day(knownSince);
  const first = items.reduce((before, { end }) => Math.min(before, end), Infinity);
  const born = items.length === 0 ? '' : day(first);
  return ({ from, to }) => from > edge && to > born;
}
