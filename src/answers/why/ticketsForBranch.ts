import type { Commit } from '../../model/commit.ts';
import type { BranchFacts } from '../../model/text/branchName.ts';
import type { TicketCandidate, TicketSource } from '../../model/why.ts';

export interface BranchEvidence {
  /** The person's own choice, kept in git config. */
  readonly pin: string | null;
  /** Tickets of which the person said "not this one". */
  readonly ignored: readonly string[];
  /** Tickets that other tools keep for this branch. */
  readonly associated: readonly string[];
  readonly facts: BranchFacts;
  /** Commits that main does not have, newest first. */
  readonly commits: readonly Commit[];
}

/**
 * All tickets that fit a branch, the most trusted first: a pin, an association another tool keeps, a key in the branch's
 * name, then keys in commits (closing trailers, subjects, bodies; most frequent first, the newest breaks ties).
 * A ticket is listed once, with its best source.
 */
export function ticketsForBranch(evidence: BranchEvidence): readonly TicketCandidate[] {
  const found = new Map<string, TicketCandidate>();
  const add = (key: string, source: TicketSource, commits: number) => {
    if (!found.has(key) && (source === 'pin' || !evidence.ignored.includes(key)))
      found.set(key, { key, source, commits });
  };
  if (evidence.pin !== null) add(evidence.pin, 'pin', 0);
  for (const key of evidence.associated) add(key, 'association', 0);
  if (evidence.facts.key !== null) add(evidence.facts.key, 'branchName', 0);
  for (const [key, commits] of byFrequency(evidence.commits, commit => commit.facts.closes))
    add(key, 'closing', commits);
  for (const [key, commits] of byFrequency(evidence.commits, commit => commit.facts.titleKeys))
    add(key, 'subject', commits);
  for (const [key, commits] of byFrequency(evidence.commits, commit => commit.facts.bodyKeys))
    add(key, 'body', commits);
  return [...found.values()];
}

/** A Map keeps insertion order and the sort is stable, so among equals the newest mention comes first. */
function byFrequency(commits: readonly Commit[], keys: (commit: Commit) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const commit of commits) for (const key of new Set(keys(commit))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
