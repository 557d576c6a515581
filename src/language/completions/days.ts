import { dayAfter } from '../../model/calendarDay.ts';
import type { Proposal } from './completion.ts';

const AHEAD: readonly (readonly [days: number, words: string])[] = [
  [0, 'today'],
  [30, 'in 30 days'],
  [60, 'in 60 days'],
  [90, 'in 90 days'],
];

/** Today and the days on which outcomes are usually looked at again. */
export function dayProposals(today: string): readonly Proposal[] {
  return AHEAD.map(([days, detail]) => ({ label: dayAfter(today, days), kind: 'day', detail }));
}
