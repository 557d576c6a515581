import type { Commit } from '../../../model/commit.ts';

/**
 * - `work`: brings one change in.
 * - `sync`: only brings a copy of main up to date ("Merge branch 'main' of …").
 * - `forward`: carries another long-lived line into this one ("Merge branch '3.5.x'"): its changes are items, not the merge.
 */
export type MergeKind = 'work' | 'sync' | 'forward';

/** A branch that was merged at least this often is a line of its own. */
const LONG_LIVED_MERGES = 3;

/** How to tell the kinds of merge commits apart in one history. */
export function mergeKinds(commits: readonly Commit[]): (commit: Commit) => MergeKind {
  const merges = new Map<number, number>();
  for (const commit of commits) {
    const token = commit.parents.length > 1 ? lineToken(commit) : null;
    if (token !== null) merges.set(token, (merges.get(token) ?? 0) + 1);
  }
  return commit => {
    const { merge, number } = commit.facts;
    if (merge === null) return 'work';
    // A merge request from a fork's main branch has a number and is work.
    if (merge.ofMain && number === null) return 'sync';
    if (merge.ofReleaseLine) return 'forward';
    const token = lineToken(commit);
    return token !== null && (merges.get(token) ?? 0) >= LONG_LIVED_MERGES ? 'forward' : 'work';
  };
}

/** Names of branches behind a numbered request (`patch-1`) come back without being one line, so they do not count. */
function lineToken(commit: Commit): number | null {
  return commit.facts.number === null ? (commit.facts.merge?.branchToken ?? null) : null;
}
