import type { Commit } from '../../../model/commit.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';

/**
 * - `work`: brings one change in.
 * - `sync`: only brings a copy of main up to date ("Merge branch 'main' of …").
 * - `forward`: carries another long-lived line into this one ("Merge branch '3.5.x'"): its changes are items, not the merge.
 */
export type MergeKind = 'work' | 'sync' | 'forward';

/** A branch that was merged at least this often is a line of its own. */
const LONG_LIVED_MERGES = 3;

/** How to tell the kinds of merge commits apart in the history of main. `onMain` is 1 for the positions that it holds. */
export function mergeKinds(graph: HistoryGraph, onMain: Uint8Array): (commit: Commit) => MergeKind {
  const merges = new Map<number, number>();
  for (let position = 0; position < onMain.length; position++) {
    if (onMain[position] !== 1 || graph.parentsOf(position).length < 2) continue;
    const token = lineToken(commitAt(graph, position));
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
