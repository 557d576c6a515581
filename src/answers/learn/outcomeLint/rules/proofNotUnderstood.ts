import type { ChecklistItem } from '../../../../model/checklist.ts';
import { isAbsolute, pathInRepository } from '../../../../model/text/pathInRepository.ts';
import { foundInItems, type Rule } from '../rule.ts';

/** A check that nothing can answer: its words are not understood, or its path leads out of the repository. */
export const proofNotUnderstood: Rule = {
  id: 'proof/not-understood',
  severity: 'warning',
  reads: 'gates',
  find: ({ epic }) => foundInItems(epic, unanswerable),
};

function unanswerable(item: ChecklistItem): { readonly name: string } | { readonly target: string } | null {
  const { proof } = item;
  if (proof?.kind === 'invalid') return { name: proof.written };
  if (proof?.kind !== 'file' && proof?.kind !== 'text') return null;
  return isAbsolute(proof.path) || pathInRepository(proof.path) === null ? { target: proof.path } : null;
}
