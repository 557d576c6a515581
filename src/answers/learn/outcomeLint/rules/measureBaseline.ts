import type { Rule } from '../rule.ts';
import { measuresWhere } from './measures.ts';

/** A measure without today's value. */
export const measureBaseline: Rule = {
  id: 'measure/no-baseline',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) => measuresWhere(epic, ({ baseline }) => baseline === null),
};
