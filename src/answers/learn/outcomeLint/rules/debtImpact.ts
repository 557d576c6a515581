import type { Epic } from '../../../../model/epic.ts';
import { DEBT_IMPACTS } from '../../../../model/lint.ts';
import type { Rule } from '../rule.ts';

/** Words of a statement that name what the debt costs. */
const NAMED =
  /reliab|scal(?:e|ab|ing)|risk|customer|user|guest|volume|\bload\b|cost|outage|incident|downtime|secur|slow|faster|crash|fail|lose|expens/i;

/** The epic names what its debt costs, among its impacts or in the words of its outcome. */
export function namesDebtImpact({ debt, outcome }: Pick<Epic, 'debt' | 'outcome'>): boolean {
  return (debt?.impacts.some(impact => impact.trim() !== '') ?? false) || NAMED.test(outcome?.statement ?? '');
}

/** Debt that does not say what it costs. */
export const debtImpact: Rule = {
  id: 'debt/no-impact',
  severity: 'hint',
  reads: 'debt',
  find({ epic }) {
    if (epic.type !== 'debt' || namesDebtImpact(epic)) return [];
    const fixes = DEBT_IMPACTS.map(impact => ({ kind: 'addImpact', impact }) as const);
    return [{ at: ['debt.impacts', 'debt', 'type'], fixes }];
  },
};
