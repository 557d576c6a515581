import { plannedReviews } from '../../reviewDays.ts';
import { writtenOutcome, type Rule } from '../rule.ts';

/** An outcome that nobody looks at on any day: no review, and no measure has a day by which it is expected. */
export const measureDate: Rule = {
  id: 'measure/no-date',
  severity: 'hint',
  reads: 'outcome',
  find({ epic }, { today }) {
    const outcome = writtenOutcome(epic);
    if (outcome === null || outcome.actual !== null || outcome.measures.length === 0) return [];
    if (plannedReviews(epic).length > 0 || outcome.measures.some(({ by }) => by !== null)) return [];
    const committed = epic.commitment?.on ?? today;
    const from = committed > today ? committed : today;
    const reviews = plannedReviews({ outcome: null, launched: from });
    return [{ at: ['outcome.reviews', 'outcome.measures.0.name'], fixes: [{ kind: 'addReviews', reviews }] }];
  },
};
