import type { ChecklistItem } from '../../../../model/checklist.ts';
import { neverKept } from '../../../../model/text/pathInRepository.ts';
import { foundInItems, type Rule } from '../rule.ts';

/** A check that nothing can answer: its words are not understood, or its path is outside the repository, or in git's own folder. */
export const proofNotUnderstood: Rule = {
  id: 'proof/not-understood',
  severity: 'warning',
  reads: 'gates',
  find: ({ epic }) => foundInItems(epic, unanswerable),
};

function unanswerable(item: ChecklistItem): { readonly name: string } | { readonly target: string } | null {
  const { proof } = item;
  if (proof?.kind === 'invalid') return { name: proof.written };
  if (proof?.kind !== 'file' && proof?.kind !== 'text' && proof?.kind !== 'changed') return null;
  const target = proof.kind === 'changed' ? proof.glob : proof.path;
  return neverKept(target) === null ? null : { target };
}
