import { tipOfBranch, type RepositoryFacts } from '../../model/branch.ts';
import type { OutcomesFolder } from '../../model/epic.ts';
import { branchLabel } from '../../model/text/branchName.ts';
import type { BranchSummary, BranchWhy, TicketCandidate, WhyAnswer, WhyMissing, WhyReason } from '../../model/why.ts';
import { missingLinks, ticketChain } from './ticketChain.ts';
import { ticketsForBranch, type BranchEvidence } from './ticketsForBranch.ts';

export interface WhyInputs {
  readonly repository: RepositoryFacts;
  readonly evidence: Omit<BranchEvidence, 'facts'>;
  readonly commitsTruncated: boolean;
  readonly outcomes: OutcomesFolder;
  /** Epoch seconds. */
  readonly now: number;
}

/** The chain branch -> ticket -> epic -> outcome -> key result, with how each link was found and every missing one named. */
export function whyOfBranch(inputs: WhyInputs): WhyAnswer {
  const { repository, evidence, outcomes } = inputs;
  const branch = summarise(repository, inputs);
  const facts = repository.head.kind === 'detached' ? { kind: null, key: null, words: [] } : repository.head.facts;
  const tickets = ticketsForBranch(
    branch.state === 'main' || branch.state === 'detached' ? pinOnly(evidence.pin) : { ...evidence, facts },
  );
  return chain(branch, tickets, inputs.evidence.ignored, outcomes, inputs.now);
}

/** Many tickets meet on the main branch, so nothing is guessed there; what a person pinned counts. */
function pinOnly(pin: string | null): BranchEvidence {
  return { pin, ignored: [], associated: [], commits: [], facts: { kind: null, key: null, words: [] } };
}

/** The chain from a ticket alone. */
export function whyOfTicket(key: string, outcomes: OutcomesFolder, now: number): WhyAnswer {
  const branch: BranchSummary = {
    state: 'none',
    label: '',
    during: null,
    main: null,
    commits: null,
    commitsTruncated: false,
    shallow: false,
  };
  return chain(branch, [{ key, source: 'asked', commits: 0 }], [], outcomes, now);
}

function chain(
  branch: BranchSummary,
  tickets: readonly TicketCandidate[],
  ignoredTickets: readonly string[],
  outcomes: OutcomesFolder,
  now: number,
): WhyAnswer {
  const value: BranchWhy = { branch, ignoredTickets, ...ticketChain(tickets, outcomes) };
  return { value, reasons: reasonsFor(value), missing: missingFrom(value, outcomes), asOf: now };
}

function summarise(repository: RepositoryFacts, inputs: WhyInputs): BranchSummary {
  const { head, main } = repository;
  const tip = tipOfBranch(head);
  const isMain = head.kind !== 'detached' && tip !== null && main !== null && onMain(head.ref, main.ref);
  // A branch that is main only for want of another may be named after somebody.
  const mainName = main?.how === 'head' ? 'this branch' : (main?.name ?? '');
  const label =
    head.kind === 'detached' ? `commit ${head.hash.slice(0, 7)}` : isMain ? mainName : branchLabel(head.facts);
  return {
    state: isMain ? 'main' : head.kind === 'paused' ? 'branch' : head.kind,
    label,
    during: head.kind === 'paused' ? head.during : null,
    main: main === null ? null : { name: mainName, how: main.how },
    commits: tip !== null && main !== null && !isMain ? inputs.evidence.commits.length : null,
    commitsTruncated: inputs.commitsTruncated,
    shallow: repository.shallow,
  };
}

/** `refs/heads/main` is the main branch also when main is known as `refs/remotes/origin/main`. */
function onMain(head: string, main: string): boolean {
  return head === main || head.replace(/^refs\/heads\//, '') === main.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
}

function reasonsFor(value: BranchWhy): WhyReason[] {
  const reasons: WhyReason[] = [];
  if (value.branch.main?.how === 'head') reasons.push('main/guessed');
  if (value.ticket !== null) reasons.push(`ticket/${value.ticket.source}`);
  if (value.epicSource !== null) reasons.push(`epic/${value.epicSource}`);
  if (value.epic?.origin === 'main') reasons.push('epic/fromMain');
  return reasons;
}

function missingFrom(value: BranchWhy, outcomes: OutcomesFolder): WhyMissing[] {
  if (value.branch.state === 'main' && value.ticket === null) return ['branch/isMain'];
  if (value.branch.state === 'detached') return ['branch/detached'];
  const unborn = value.branch.state === 'unborn' ? (['branch/unborn'] as const) : [];
  return [...unborn, ...missingLinks(value, outcomes)];
}
