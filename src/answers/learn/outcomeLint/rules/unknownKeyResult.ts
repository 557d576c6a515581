import { knownKeyResults } from '../../../../model/epic.ts';
import type { Rule } from '../rule.ts';

/** The value tree has no such key result. Without a tree that can be read, nothing is known of any. */
export const unknownKeyResult: Rule = {
  id: 'epic/unknown-key-result',
  severity: 'warning',
  reads: 'keyResult',
  ofClosed: true,
  find({ epic }, { outcomes }) {
    const known = knownKeyResults(outcomes.valueTree);
    const named = epic.keyResult;
    if (named === null || known === null || known.includes(named)) return [];
    const alike = known.filter(id => id.toUpperCase() === named.trim().toUpperCase());
    const fixes = alike.length === 1 ? alike.map(keyResult => ({ kind: 'setKeyResult', keyResult }) as const) : [];
    return [{ at: ['keyResult'], data: { name: named }, fixes }];
  },
};
