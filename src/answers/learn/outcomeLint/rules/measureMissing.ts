import { writtenOutcome, type Rule } from '../rule.ts';

/** An outcome without anything that would show it. */
export const measureMissing: Rule = {
  id: 'measure/missing',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) =>
    writtenOutcome(epic)?.measures.length === 0
      ? [{ at: ['outcome.measures', 'outcome.statement'], fixes: [{ kind: 'addMeasure' }] }]
      : [],
};
