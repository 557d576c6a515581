import type { HistoryGraph } from './historyGraph.ts';
import type { Release } from './releases.ts';

/** Which release of any stream was the first to hold a commit; places are those in the list of releases, by time. */
export interface DeployedBy {
  /** -1: none, or only a stream's first release, of which nobody knows when it got what it holds. */
  holder(position: number): number;
  /** A stream's first release holds it. */
  isOfFirst(position: number): boolean;
  /** Commits, merges left out, that each release was the first of its stream to hold. */
  readonly sizes: readonly number[];
}

/**
 * Walks back from the releases, the streams one after the other and each from its first release to its last: what an
 * earlier one of the stream reached is not new (METRICS D7, `rev-list T ^earlier`). Ancestry tells, never dates.
 */
export function deployedBy(graph: HistoryGraph, releases: readonly Release[]): DeployedBy {
  const count = graph.commits.length;
  const holders = new Int32Array(count).fill(-1);
  const ofFirst = new Uint8Array(count);
  /** The stream that saw a commit last, from 1 on. */
  const seen = new Int32Array(count);
  const sizes = new Array<number>(releases.length).fill(0);
  const open: number[] = [];
  const visit = (position: number, stream: number): void => {
    if (position < 0 || seen[position] === stream + 1) return;
    seen[position] = stream + 1;
    open.push(position);
  };
  for (const { release, index } of byStream(releases)) {
    visit(release.position, release.stream);
    for (let position = open.pop(); position !== undefined; position = open.pop()) {
      const parents = graph.parentsOf(position);
      if (parents.length < 2) sizes[index] = (sizes[index] ?? 0) + 1;
      const known = holders[position] ?? -1;
      if (release.first) ofFirst[position] = 1;
      else if (known < 0 || index < known) holders[position] = index;
      for (const parent of parents) visit(parent, release.stream);
    }
  }
  return { holder: position => holders[position] ?? -1, isOfFirst: position => ofFirst[position] === 1, sizes };
}

function byStream(releases: readonly Release[]): { release: Release; index: number }[] {
  return releases
    .map((release, index) => ({ release, index }))
    .sort((a, b) => a.release.stream - b.release.stream || a.index - b.index);
}
