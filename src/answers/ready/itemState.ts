import type { ChecklistItem, EvidenceLink, ItemState, Proof } from '../../model/checklist.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { StateReason } from '../../model/ready.ts';
import { matchesGlob } from '../../model/text/glob.ts';
import { neverKept } from '../../model/text/pathInRepository.ts';
import { headingLine } from './evidencePath.ts';
import { evidencePaths, proofPaths, type RepositoryEvidence } from './repositoryFacts.ts';

export interface StateContext {
  readonly file: EpicFile;
  readonly evidence: RepositoryEvidence;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The state of one item and why. A reason for "not applicable" comes first, then a proof (it wins over the box), then
 * the tick with its evidence; a waiver counts where nothing better does.
 */
export function stateOf(item: ChecklistItem, context: StateContext): { state: ItemState; reasons: StateReason[] } {
  const inapplicable = item.notApplicable;
  if (inapplicable !== null && inapplicable.reason.trim() !== '')
    return { state: 'notApplicable', reasons: [{ code: 'notApplicable' }] };
  const own = inapplicable === null ? ownState(item, context) : noReason();
  if (own.state === 'proved' || own.state === 'evidenced' || own.state === 'claimed' || item.waiver === null)
    return own;
  return context.today <= item.waiver.until
    ? { state: 'waived', reasons: [{ code: 'waived' }, ...own.reasons] }
    : { state: own.state, reasons: [{ code: 'waiverOver' }, ...own.reasons] };
}

interface Judged {
  state: ItemState;
  reasons: StateReason[];
}

function noReason(): Judged {
  return { state: 'open', reasons: [{ code: 'noReasonGiven' }] };
}

function ownState(item: ChecklistItem, context: StateContext): Judged {
  if (item.proof !== null) {
    const proof = describeProof(item.proof);
    const holds = proofHolds(item, item.proof, context);
    if (item.proof.kind === 'invalid') return { state: 'unknown', reasons: [{ code: 'proofInvalid', proof }] };
    if (holds === null) return { state: 'unknown', reasons: [{ code: unknownBecause(item.proof), proof }] };
    if (holds) return { state: 'proved', reasons: [{ code: 'proofHolds', proof }] };
    return { state: item.ticked ? 'disproved' : 'open', reasons: [whyNot(item, proof, context)] };
  }
  if (!item.ticked) return { state: 'open', reasons: [{ code: 'notTicked' }] };
  const reasons = item.evidence.map(link => judge(link, context));
  if (reasons.some(reason => reason.code === 'evidenceMissing' || reason.code === 'evidenceOutside'))
    return { state: 'broken', reasons };
  if (reasons.some(reason => reason.code === 'notInShallowClone' || reason.code === 'tooLargeToLook'))
    return { state: 'unknown', reasons };
  if (reasons.some(reason => reason.code === 'evidenceResolves')) return evidencedOrStale(item, context, reasons);
  return { state: 'claimed', reasons: reasons.length === 0 ? [{ code: 'ticked' }] : reasons };
}

/** Evidence that changed after the tick may show something else by now. */
function evidencedOrStale(item: ChecklistItem, { evidence }: StateContext, reasons: StateReason[]): Judged {
  const changed = evidence.changedSinceTick.get(item.box.start)?.filter(path => evidence.paths.has(path)) ?? [];
  if (changed.length === 0) return { state: 'evidenced', reasons };
  return {
    state: 'stale',
    reasons: [...changed.map(target => ({ code: 'changedSinceTick' as const, target })), ...reasons],
  };
}

function judge(link: EvidenceLink, { file, evidence }: StateContext): StateReason {
  const target = link.anchor === null ? link.target : `${link.target}#${link.anchor}`;
  const found = (exists: boolean): StateReason => ({ code: exists ? 'evidenceResolves' : 'evidenceMissing', target });
  const inHistory = (exists: boolean): StateReason =>
    !exists && evidence.shallow ? { code: 'notInShallowClone', target } : found(exists);
  switch (link.kind) {
    case 'path': {
      const paths = evidencePaths(file, link);
      if (paths.length === 0) return { code: 'evidenceOutside', target };
      if (link.anchor !== null && paths.some(path => evidence.tooLarge.has(path)))
        return { code: 'tooLargeToLook', target };
      return found(paths.some(path => evidence.paths.has(path) && anchorExists(link.anchor, evidence.texts.get(path))));
    }
    case 'commit':
      return inHistory(evidence.commits.has(link.target));
    case 'tag':
      return inHistory(evidence.tags.includes(link.target));
    case 'ticket':
      // An unknown ticket may well exist in a tracker that is not connected: a claim, not a broken link.
      return evidence.tickets.has(link.target) ? found(true) : { code: 'urlNotFetched', target };
    case 'url':
      return { code: 'urlNotFetched', target };
  }
}

function anchorExists(anchor: string | null, text: string | undefined): boolean {
  if (anchor === null) return true;
  if (text === undefined) return false;
  const line = /^L(\d+)/.exec(anchor);
  return line === null ? headingLine(text, anchor) >= 0 : Number(line[1]) <= text.split('\n').length;
}

function proofHolds(item: ChecklistItem, proof: Proof, { evidence }: StateContext): boolean | null {
  switch (proof.kind) {
    case 'file':
      return proofPaths(item).some(path => evidence.paths.has(path));
    case 'text':
      return heldIn(item, proof.text, evidence).some(path => evidence.tracked.has(path));
    case 'tag':
      return evidence.tags.some(tag => matchesGlob(proof.glob, tag)) || (evidence.shallow ? null : false);
    case 'changed':
      return evidence.changed.get(proof.glob) ?? null;
    case 'absent':
      return evidence.absent.get(proof.text) ?? null;
    case 'ticket':
    case 'invalid':
      return null;
  }
}

/** Files that the proof names and that hold its text, tracked or not. */
function heldIn(item: ChecklistItem, text: string, { texts }: RepositoryEvidence): readonly string[] {
  return proofPaths(item).filter(path => texts.get(path)?.includes(text) ?? false);
}

function unknownBecause({ kind }: Proof): 'proofNeedsTracker' | 'proofUnknown' {
  return kind === 'ticket' ? 'proofNeedsTracker' : 'proofUnknown';
}

function whyNot(item: ChecklistItem, proof: string, { evidence }: StateContext): StateReason {
  const never = item.proof === null ? null : neverHolds(item.proof);
  if (never !== null) return { code: never === 'outside' ? 'proofOutside' : 'proofInGitFolder', proof };
  const [untracked] = item.proof?.kind === 'text' ? heldIn(item, item.proof.text, evidence) : [];
  return untracked === undefined
    ? { code: 'proofFails', proof }
    : { code: 'proofNotTracked', proof, target: untracked };
}

/** A place in which nothing can be, whatever the repository holds. */
function neverHolds(proof: Proof): ReturnType<typeof neverKept> {
  if (proof.kind === 'file' || proof.kind === 'text') return neverKept(proof.path);
  return proof.kind === 'changed' ? neverKept(proof.glob) : null;
}

function describeProof(proof: Proof): string {
  switch (proof.kind) {
    case 'file':
      return `file ${proof.path}`;
    case 'text':
      return `text ${proof.path} "${proof.text}"`;
    case 'changed':
      return `changed ${proof.glob}`;
    case 'tag':
      return `tag ${proof.glob}`;
    case 'ticket':
      return `ticket ${proof.key} ${proof.status}`;
    case 'absent':
      return `absent "${proof.text}"`;
    case 'invalid':
      return proof.written;
  }
}
