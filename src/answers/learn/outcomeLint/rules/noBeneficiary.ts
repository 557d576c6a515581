import { BENEFITS } from '../../../../model/outcome.ts';
import { writtenOutcome, type Rule } from '../rule.ts';

/** The outcome does not say who is better off: customer, business or platform. */
export const noBeneficiary: Rule = {
  id: 'outcome/no-beneficiary',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) =>
    writtenOutcome(epic)?.benefits.length === 0
      ? [
          {
            at: ['outcome.benefits', 'outcome.statement'],
            fixes: BENEFITS.map(benefit => ({ kind: 'addBenefit', benefit })),
          },
        ]
      : [],
};
