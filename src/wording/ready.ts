import type { ItemState } from '../model/checklist.ts';
import type {
  GateReadiness,
  ItemReadiness,
  Readiness,
  ReadyAnswer,
  ReadyMissing,
  StateReason,
} from '../model/ready.ts';
import { BUILT_IN_GATES, type Stage } from '../model/stage.ts';

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

/** What a state means where it stands in the way, for lists of such items. */
export function stateMeaning(state: 'open' | 'broken' | 'disproved' | 'unknown' | 'claimed' | 'stale'): {
  readonly title: string;
  readonly description: string;
} {
  return STATE_MEANINGS[state];
}

const STATE_MEANINGS = {
  open: {
    title: 'An open item',
    description: 'The item of this gate is not ticked, and nothing in the repository shows it.',
  },
  broken: {
    title: 'Evidence that is missing',
    description: 'The tick points to something that is not in this repository, so it does not count.',
  },
  disproved: {
    title: 'A tick that the repository contradicts',
    description: 'The item is ticked, but its check does not hold, so it does not count.',
  },
  unknown: {
    title: 'An item that cannot be checked here',
    description: 'Neither yes nor no: the check needs a tracker, the whole history, or other words.',
  },
  claimed: {
    title: 'A tick without evidence',
    description: 'The item is ticked and nothing here shows it. It counts, unless the gate asks for evidence.',
  },
  stale: {
    title: 'Evidence that changed after the tick',
    description: 'Look again, then tick anew. It counts, unless the gate asks for evidence.',
  },
};

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
    case 'proofOutside':
      return `This check names a place outside the repository, so it cannot hold (${reason.proof}).`;
    case 'proofInGitFolder':
      return `This check names a place in git’s own folder, of which a repository keeps nothing, so it cannot hold (${reason.proof}).`;
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

/** The answer in one sentence, of the gates that were asked. */
export function verdictSentence(ready: Readiness): string {
  const names = ready.asked.map(({ gate }) => gate.name).join(' and ');
  const { open, unknown } = countNotMet(ready.asked);
  switch (ready.verdict) {
    case 'yes':
      return `${names}: met.`;
    case 'no': {
      const unchecked = unknown === 0 ? '' : `; ${unknown} more cannot be checked here`;
      return `${names}: ${open} ${open === 1 ? 'item is' : 'items are'} open${unchecked}.`;
    }
    case 'unknown':
      if (open + unknown === 0) return `${names}: a gate without items cannot be met.`;
      return `${names}: ${unknown} ${unknown === 1 ? 'item' : 'items'} cannot be checked here.`;
  }
}

/** Items that stand in the way: those that are open, and those of which neither yes nor no can be said. */
export function countNotMet(gates: readonly GateReadiness[]): { readonly open: number; readonly unknown: number } {
  const notMet = gates.flatMap(({ items }) => items).filter(({ met }) => !met);
  const unknown = notMet.filter(({ state }) => state === 'unknown').length;
  return { open: notMet.length - unknown, unknown };
}

/** The answer in a word or two. */
export function verdictLabel({ verdict, stage, asked }: Pick<Readiness, 'verdict' | 'stage' | 'asked'>): string {
  if (stage === 'stopped') return 'Stopped';
  if (stage === 'closed' && asked.length === 0 && verdict === 'yes') return 'Closed';
  return { yes: 'Ready', no: 'Not ready', unknown: NO_ANSWER }[verdict];
}

export const NO_ANSWER = 'No answer';

/** The answer and what is to be known of it, a sentence or two each. */
export function answerSentences(answer: ReadyAnswer): readonly string[] {
  const missing = answer.missing.map(code => readyMissingText(code, answer));
  const ready = answer.value;
  const isJudged = ready !== null && ready.asked.length > 0 && !answer.missing.includes('epic/conflict');
  return !isJudged ? missing : [verdictSentence(ready), ...missing];
}

/** What stands in the way of an answer, and what to do about it. */
export function readyMissingText(code: ReadyMissing, { value, about }: ReadyAnswer): string {
  const { folder, epic, branch, ticket } = about;
  const key = value?.epic.epic?.key ?? 'This epic';
  switch (code) {
    case 'epics/none':
      return `No epic was found: there is no epic file in ${folder}/. Write an anticipated outcome first, or name the right folder.`;
    case 'epic/none':
      return `No epic was found: none in ${folder}/ has or lists ${epic ?? 'that key'}. Check the key, or write its anticipated outcome first.`;
    case 'branch/detached':
      return 'No epic was found: no branch is checked out (detached HEAD). Check out a branch, or name the epic.';
    case 'branch/isMain':
      return `No epic was found: this is ${branch ?? 'main'}, where many outcomes meet. Name the epic, or check out a branch of its own.`;
    case 'branch/noTicket':
      return `No epic was found: neither the name nor a commit of ${branch ?? 'this branch'} names a ticket. Name the epic, or pin a ticket.`;
    case 'branch/noEpic':
      return `No epic was found: none in ${folder}/ has or lists ${ticket ?? 'the ticket'}, the ticket of ${branch ?? 'this branch'}. Add it to the epic it serves, or name the epic.`;
    case 'stage/closed':
      return `${key} is closed; no gate is left to meet.`;
    case 'stage/stopped':
      return `${key} was stopped; there is nothing to be ready for.`;
    case 'epic/unreadable':
      return 'The epic file has no usable front matter, so its gates cannot be judged.';
    case 'epic/conflict':
      return 'The epic file holds an unresolved merge conflict, so its gates cannot be judged.';
    case 'gates/none':
      return `The epic file has no gate. A heading such as "## ${gatesOf(value?.stage ?? 'qa')[0] ?? 'Definition of done'}" with a task list makes one.`;
    case 'gate/notFound':
      return `${key} has no gate "${about.gate ?? ''}". It has ${listed(gateNames(value), 'and')}.`;
    case 'stage/none':
      return 'The epic names no stage, so every gate is asked.';
    case 'stage/hasNoGate':
      return `No gate could be asked: ${stageGateText(value?.stage ?? null)}, or ask --gate ${listed(gateNames(value), 'or')}.`;
  }
}

/** Which heading the epic lacks to leave its stage: `build is left by "Ready to test"; add that heading`. */
export function stageGateText(stage: Stage | null): string {
  const names = stage === null ? [] : gatesOf(stage);
  return `${stage ?? 'the stage'} is left by ${listed(names, 'and')}; add ${names.length > 1 ? 'one of those headings' : 'that heading'}`;
}

function gatesOf(stage: Stage): readonly string[] {
  return BUILT_IN_GATES.filter(gate => gate.stage === stage).map(({ name }) => name);
}

/** Each name once: two gates may share a heading. */
function gateNames(ready: Readiness | null): readonly string[] {
  return [...new Set(ready?.gates.map(({ gate }) => gate.name))];
}

function listed(names: readonly string[], joint: 'and' | 'or'): string {
  const quoted = names.map(name => `"${name}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${joint} ${last}`;
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
