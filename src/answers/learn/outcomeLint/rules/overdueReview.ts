import { reviewDays } from '../../reviewDays.ts';
import type { Rule } from '../rule.ts';

/** A day to look at the outcome has passed since it went live, and nothing was written down since. */
export const overdueReview: Rule = {
  id: 'review/overdue',
  severity: 'warning',
  reads: 'outcome',
  find({ epic }, { today }) {
    const { due } = reviewDays(epic, today);
    if (epic.outcome?.actual != null || due === null || due === today) return [];
    const at = epic.outcome?.reviews.indexOf(due) ?? -1;
    return [{ at: [`outcome.reviews.${at}`, 'outcome.reviews', 'launched', 'outcome.statement'], data: { day: due } }];
  },
};
