import { reviewDays } from '../../reviewDays.ts';
import type { Rule } from '../rule.ts';

/** A day to look at the outcome has passed since it went live, and nothing was written down since. */
export const overdueReview: Rule = {
  id: 'review/overdue',
  severity: 'warning',
  reads: 'outcome',
  find({ epic }, { today }) {
    // Before the launch a planned day only says that the plan was another one.
    const isLive = epic.stage === 'review' || (epic.launched !== null && epic.launched <= today);
    const { due } = reviewDays(epic, today);
    if (!isLive || epic.outcome?.actual != null || due === null || due === today || due <= (epic.launched ?? ''))
      return [];
    const at = epic.outcome?.reviews.indexOf(due) ?? -1;
    return [{ at: [`outcome.reviews.${at}`, 'outcome.reviews', 'launched', 'outcome.statement'], data: { day: due } }];
  },
};
