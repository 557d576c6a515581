import type { Rule } from '../rule.ts';
import { measuresWhere } from './measures.ts';

/** A measure without the value that is hoped for. */
export const measureTarget: Rule = {
  id: 'measure/no-target',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) => measuresWhere(epic, ({ target }) => target === null),
};
