import type { Proposal } from './completion.ts';

const DAY_MS = 86_400_000;
const AHEAD: readonly (readonly [days: number, words: string])[] = [
  [0, 'today'],
  [30, 'in 30 days'],
  [60, 'in 60 days'],
  [90, 'in 90 days'],
];

/** A calendar day (`YYYY-MM-DD`) some days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Today and the days on which outcomes are usually looked at again. */
export function dayProposals(today: string): readonly Proposal[] {
  return AHEAD.map(([days, detail]) => ({ label: dayAfter(today, days), kind: 'day', detail }));
}
