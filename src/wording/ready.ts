import type { ItemState } from '../model/checklist.ts';
import type { GateReadiness, ItemReadiness, Readiness, ReadyMissing, StateReason } from '../model/ready.ts';
import type { Stage } from '../model/stage.ts';

const STATE_LABELS: Readonly<Record<ItemState, string>> = {
  proved: 'proved by the repository',
  evidenced: 'ticked, with evidence',
  claimed: 'ticked, without evidence',
  stale: 'ticked before its evidence changed',
  waived: 'waived',
  notApplicable: 'not applicable',
  broken: 'ticked, but the evidence is missing',
  disproved: 'ticked, but the repository says otherwise',
  unknown: 'cannot be checked here',
  open: 'open',
};

/** A state in a few words. */
export function stateLabel(state: ItemState): string {
  return STATE_LABELS[state];
}

/** Why an item is in its state, as sentences. */
export function stateReason(reason: StateReason, { item }: ItemReadiness): string {
  switch (reason.code) {
    case 'ticked':
      return 'Ticked, and nothing is linked that shows it.';
    case 'notTicked':
      return 'Not ticked yet.';
    case 'noReasonGiven':
      return 'Struck through without a reason; write "n/a: reason" behind it.';
    case 'waiverOver':
      return `The waiver ended on ${item.waiver?.until ?? ''}.`;
    case 'waived':
      return `Waived until ${item.waiver?.until ?? ''}${reasonBehind(item.waiver?.reason)}.`;
    case 'notApplicable':
      return `Not applicable${reasonBehind(item.notApplicable?.reason)}.`;
    case 'evidenceResolves':
      return `Evidence: ${reason.target}.`;
    case 'evidenceMissing':
      return `${reason.target} is not in this repository.`;
    case 'evidenceOutside':
      return `${reason.target} leads out of the repository and is not followed.`;
    case 'urlNotFetched':
      return `Points to ${reason.target}, which is shown but never fetched.`;
    case 'notInShallowClone':
      return `${reason.target} is not in this shallow clone; it may be in the whole history.`;
    case 'tooLargeToLook':
      return `The file of ${reason.target} is too large to look into.`;
    case 'proofHolds':
      return `The repository shows it (${reason.proof}).`;
    case 'proofFails':
      return `The repository does not show it yet (${reason.proof}).`;
    case 'changedSinceTick':
      return `${reason.target} changed in a commit after the tick: look again, then tick anew.`;
    case 'proofNotTracked':
      return `${reason.target} shows it, but git does not track that file yet: add it (${reason.proof}).`;
    case 'proofNeedsTracker':
      return `Only a tracker knows the ticket's status, and none is connected (${reason.proof}).`;
    case 'proofUnknown':
      return `This check cannot be evaluated here (${reason.proof}).`;
    case 'proofInvalid':
      return `This check is not understood (${reason.proof}). Known: file, text, changed, tag, ticket, absent.`;
  }
}

function reasonBehind(reason: string | undefined): string {
  return reason === undefined || reason.trim() === '' ? '' : `: ${reason.trim()}`;
}

/** "7 of 10 met, 2 of them claimed without evidence". */
export function gateSummary(gate: GateReadiness): string {
  if (gate.items.length === 0) return 'no items: write a task list under its heading';
  const parts = [`${gate.met} of ${gate.items.length} met`];
  if (gate.claimed > 0) parts.push(`${gate.claimed} claimed without evidence`);
  if (gate.stale > 0) parts.push(`${gate.stale} stale`);
  if (gate.unknown > 0) parts.push(`${gate.unknown} cannot be checked here`);
  return parts.join(', ');
}

/** The answer in one sentence. */
export function verdictSentence(ready: Readiness): string {
  const names = ready.asked.map(({ gate }) => gate.name).join(' and ');
  const open = ready.asked.flatMap(gate => gate.items).filter(item => !item.met).length;
  switch (ready.verdict) {
    case 'yes':
      return names === '' ? 'No gate is left to meet.' : `${names}: met.`;
    case 'no':
      return `${names}: ${open} ${open === 1 ? 'item is' : 'items are'} open.`;
    case 'unknown':
      if (ready.asked.length > 0 && open === 0) return `${names}: a gate without items cannot be met.`;
      return names === ''
        ? 'No gate could be asked.'
        : `${names}: ${open} ${open === 1 ? 'item' : 'items'} cannot be checked here.`;
  }
}

/** What stands in the way of an answer. */
export function readyMissingText(code: ReadyMissing): string {
  switch (code) {
    case 'epic/none':
      return 'No epic was found: none has or lists that key, or the branch leads to none. Name one, or write its anticipated outcome first.';
    case 'epic/unreadable':
      return 'The epic file has no usable front matter, so its gates cannot be judged.';
    case 'epic/conflict':
      return 'The epic file holds an unresolved merge conflict, so its gates cannot be judged.';
    case 'gates/none':
      return 'The epic file has no gate. A heading such as "## Definition of done" with a task list makes one.';
    case 'gate/notFound':
      return 'The epic has no gate of that name.';
    case 'stage/none':
      return 'The epic names no stage, so every gate is asked.';
    case 'stage/hasNoGate':
      return 'The epic has no gate for its stage. A gate is a heading with one of the six known names, or one marked <!-- gate: STAGE -->.';
  }
}

const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  discovery: 'Discovery',
  build: 'Build',
  qa: 'QA',
  launch: 'Launch',
  review: 'Review',
  closed: 'Closed',
  stopped: 'Stopped',
};

export function stageLabel(stage: Stage): string {
  return STAGE_LABELS[stage];
}
