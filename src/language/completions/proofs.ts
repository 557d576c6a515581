import { isOver, STAGES } from '../../model/stage.ts';
import type { LanguageContext, LanguageDocument } from '../document.ts';
import { PROOF_KINDS } from '../markdown/proofKinds.ts';
import { completion, type Completion, type Proposal } from './completion.ts';
import { epicProposals, ticketProposals } from './known.ts';
import { pathProposals } from './paths.ts';

const OPEN = /<!--[ \t]*(proof|gate)[ \t]*:[ \t]*((?:(?!-->).)*)$/i;

/** What may stand in a comment `<!-- proof: … -->` or `<!-- gate: … -->`; null where the writer is in neither. */
export async function proofCompletions(
  { path }: LanguageDocument,
  before: string,
  offset: number,
  context: LanguageContext,
): Promise<readonly Completion[] | null> {
  const found = OPEN.exec(before);
  if (found === null) return null;
  const written = found[2] ?? '';
  const words = written.split(/[ \t]+/);
  const last = words.at(-1) ?? '';
  const range = { start: offset - last.length, end: offset };
  const proposals = found[1]?.toLowerCase() === 'gate' ? gateStages(words) : await proofWords(words, path, context);
  return proposals.map(proposal => completion(proposal, range));
}

function gateStages(words: readonly string[]): readonly Proposal[] {
  if (words.length > 1) return [];
  return STAGES.filter(stage => !isOver(stage)).map(label => ({
    label,
    kind: 'value',
    detail: 'must be met to leave this stage',
  }));
}

async function proofWords(
  words: readonly string[],
  file: string,
  context: LanguageContext,
): Promise<readonly Proposal[]> {
  const [kind = '', first = ''] = words;
  if (words.length === 1)
    return Object.entries(PROOF_KINDS).map(([label, { form, means }]) => ({
      label,
      kind: 'snippet',
      documentation: means,
      insert: form,
      snippet: true,
    }));
  if (kind === 'ticket') {
    if (words.length === 2) return [...(await ticketProposals(context)), ...epicProposals(context, file)];
    return words.length === 3 ? [{ label: 'done', kind: 'value' }] : [];
  }
  if (words.length !== 2 || first.startsWith('"') || !['file', 'text', 'changed'].includes(kind)) return [];
  // A proof's path counts from the repository's root.
  return (await pathProposals(first, '', context)).map(found => withoutBlanks(found));
}

/** In a proof a path with blanks stands in quotes. */
function withoutBlanks(proposal: Proposal): Proposal {
  const insert = proposal.insert ?? proposal.label;
  return /[\s"]/.test(insert) && proposal.kind === 'file' ? { ...proposal, insert: JSON.stringify(insert) } : proposal;
}
