import type { Rule } from '../rule.ts';

/** No anticipated outcome at all. */
export const outcomeMissing: Rule = {
  id: 'outcome/missing',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) =>
    (epic.outcome?.statement ?? '').trim() === ''
      ? [{ at: ['outcome.statement', 'outcome', 'title', 'key'], fixes: [{ kind: 'addStatement' }] }]
      : [],
};
