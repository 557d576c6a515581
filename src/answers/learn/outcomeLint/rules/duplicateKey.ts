import type { Rule } from '../rule.ts';

/** Another file has the same key, so that every answer about it is a coin toss. */
export const duplicateKey: Rule = {
  id: 'epic/duplicate-key',
  severity: 'warning',
  reads: 'key',
  ofClosed: true,
  find({ file, epic }, { outcomes }) {
    const key = epic.key.toUpperCase();
    const twin = outcomes.epics.find(other => other.path !== file.path && other.epic?.key.toUpperCase() === key);
    return twin === undefined ? [] : [{ at: ['key'], data: { name: epic.key, target: twin.path } }];
  },
};
