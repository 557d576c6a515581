import { DEBT_IMPACTS } from '../../../../model/lint.ts';
import type { Rule } from '../rule.ts';

/** Words of a statement that name what the debt costs. */
const NAMED =
  /reliab|scal(?:e|ab|ing)|risk|customer|user|guest|volume|\bload\b|cost|outage|incident|downtime|secur|slow|faster|crash|fail|lose|expens/i;

/** Debt that does not say what it costs. */
export const debtImpact: Rule = {
  id: 'debt/no-impact',
  severity: 'hint',
  reads: 'debt',
  find({ epic }) {
    const isNamed = epic.debt?.impacts.some(impact => impact.trim() !== '') ?? false;
    if (epic.type !== 'debt' || isNamed || NAMED.test(epic.outcome?.statement ?? '')) return [];
    const fixes = DEBT_IMPACTS.map(impact => ({ kind: 'addImpact', impact }) as const);
    return [{ at: ['debt.impacts', 'debt', 'type'], fixes }];
  },
};
