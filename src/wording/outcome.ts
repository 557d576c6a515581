import type { Verdict } from '../model/outcome.ts';
import { dayLabel, relativeDay } from './dates.ts';

/** What a verdict is called, and what it means. */
export const VERDICT_TEXT: Readonly<Record<Verdict, { readonly label: string; readonly description: string }>> = {
  achieved: { label: 'Achieved', description: 'what we hoped for happened' },
  partly: { label: 'Partly achieved', description: 'some of it happened, or for some' },
  not: { label: 'Not achieved', description: 'it did not happen; that is worth knowing' },
  unknown: { label: 'Not known', description: 'it was not measured, or it is too early' },
};

/** That a day to look at the outcome has come. Days are `YYYY-MM-DD`. */
export function reviewDueText(due: string, today: string): string {
  if (due === today) return 'Review due today: did the outcome happen?';
  return `Review due since ${dayLabel(due)} (${relativeDay(due, today)}): did the outcome happen?`;
}
