import { isTemplateLeft } from '../../../../model/outcome.ts';
import type { Rule } from '../rule.ts';

/** The template's words stand where the outcome or a measure should. */
export const outcomeTemplateLeft: Rule = {
  id: 'outcome/template-left',
  severity: 'hint',
  reads: 'outcome',
  find({ epic }) {
    const { statement, measures } = epic.outcome ?? { statement: '', measures: [] };
    const left = measures.flatMap(({ name }, at) => (isTemplateLeft(name) ? [at] : []));
    return [
      ...(isTemplateLeft(statement) ? [{ at: ['outcome.statement'] }] : []),
      ...left.map(at => ({ at: [`outcome.measures.${at}.name`] })),
    ];
  },
};
