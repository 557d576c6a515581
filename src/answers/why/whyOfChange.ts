import type { Change, ChangeWhy, ChangeWhyAnswer } from '../../model/changeWhy.ts';
import type { Commit, TitledCommit } from '../../model/commit.ts';
import type { OutcomesFolder } from '../../model/epic.ts';
import type { TicketCandidate, WhyReason } from '../../model/why.ts';
import { missingLinks, ticketChain } from './ticketChain.ts';
import { ticketsForBranch } from './ticketsForBranch.ts';

export interface ChangeInputs {
  readonly commit: TitledCommit;
  /** The merge that brought the commit to main; null when there is none or it was not looked for. */
  readonly landing: TitledCommit | null;
  /** The commit was not asked for by its name but found behind a line: at the edge of a shallow clone it need not be the one. */
  readonly foundByLine: boolean;
  readonly outcomes: OutcomesFolder;
  /** Epoch seconds. */
  readonly now: number;
}

/** The chain change -> ticket -> epic -> outcome -> key result, with how each link was found and every missing one named. */
export function whyOfChange({ commit, landing, foundByLine, outcomes, now }: ChangeInputs): ChangeWhyAnswer {
  const unsure = foundByLine && commit.edge;
  // What stands at the edge of the history would answer for all that lies beyond it.
  const own = unsure ? [] : ticketsOfChange(commit);
  const landed = unsure || own.length > 0 || landing === null ? [] : ticketsOfChange(landing);
  const chain = ticketChain(own.length > 0 ? own : landed, outcomes);
  const value: ChangeWhy = {
    ...chain,
    change: changeOf(commit),
    landedBy: landed.length > 0 && landing !== null ? changeOf(landing) : null,
  };
  return {
    value,
    reasons: reasonsFor(value),
    missing: unsure ? ['change/boundary'] : missingLinks(chain, outcomes),
    asOf: now,
  };
}

/** Tickets of one commit, closing trailers before its subject before its body. */
export function ticketsOfChange(commit: Commit): readonly TicketCandidate[] {
  const nothing = { kind: null, key: null, words: [] };
  return ticketsForBranch({ pin: null, ignored: [], associated: [], facts: nothing, commits: [commit] });
}

/** What may be shown of a commit. */
export function changeOf({ hash, title, written, landed, facts }: TitledCommit): Change {
  return { hash, title, written, landed, number: facts.number };
}

function reasonsFor({ ticket, epic, epicSource }: ChangeWhy): WhyReason[] {
  const reasons: WhyReason[] = [];
  if (ticket !== null) reasons.push(`ticket/${ticket.source}`);
  if (epicSource !== null) reasons.push(`epic/${epicSource}`);
  if (epic?.origin === 'main') reasons.push('epic/fromMain');
  return reasons;
}
