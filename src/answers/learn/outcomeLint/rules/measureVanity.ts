import type { Rule } from '../rule.ts';
import { measuresWhere } from './measures.ts';

/** Counts of motion. A support ticket is a customer's trouble, not motion, so tickets count only as work that is done. */
const MOTION = [
  /\b(?:lines of code|loc|sloc|story points?|velocity|function points?|commits(?! (?:to|until))|man[- ]?(?:hours|days))\b/,
  /\b(?:hours (?:logged|worked|booked)|features (?:shipped|delivered|released)|pull requests (?:merged|opened))\b/,
  /^(?:number of |count of |# ?(?:of )?)?(?:jira )?(?:tickets|issues|stories|tasks|prs|pull requests|story points)(?: (?:closed|done|completed|finished|delivered|resolved|per sprint))?$/,
];

/** A measure that counts motion, not value. */
export const measureVanity: Rule = {
  id: 'measure/vanity',
  severity: 'hint',
  reads: 'outcome',
  find: ({ epic }) =>
    measuresWhere(epic, ({ name }) => {
      const words = name.toLowerCase().trim().replace(/\s+/g, ' ');
      return MOTION.some(motion => motion.test(words));
    }),
};
