import type { Commit } from '../../../model/commit.ts';

/** Commits of the main branch as a graph over their positions in `commits`. */
export interface HistoryGraph {
  readonly commits: readonly Commit[];
  /** Position of main's newest commit; -1 when it is not among the commits. */
  readonly tip: number;
  /** Positions of a commit's parents, first parent first; -1 for a parent that is not known. */
  parentsOf(position: number): readonly number[];
  /** Position of a commit by its full hash; -1 when unknown. */
  positionOf(hash: string): number;
  /** What came before this commit is not known: a parent is missing, or a shallow clone ends here. */
  isBoundary(position: number): boolean;
}

const NO_PARENTS: readonly number[] = [];

/** Links commits to their parents. Git shows the last commits of a shallow clone without parents, hence `shallow`. */
export function buildHistoryGraph(commits: readonly Commit[], tip: string, shallow: boolean): HistoryGraph {
  const positions = new Map<string, number>();
  commits.forEach((commit, position) => positions.set(commit.hash, position));
  const positionOf = (hash: string): number => positions.get(hash) ?? -1;
  const parents = commits.map(commit => commit.parents.map(positionOf));
  const parentsOf = (position: number): readonly number[] => parents[position] ?? NO_PARENTS;
  return {
    commits,
    tip: positionOf(tip),
    parentsOf,
    positionOf,
    isBoundary: position => {
      const known = parentsOf(position);
      return known.length === 0 ? shallow : known.includes(-1);
    },
  };
}

/** The commit at a position that the graph gave out. */
export function commitAt(graph: HistoryGraph, position: number): Commit {
  const commit = graph.commits[position];
  if (commit === undefined) throw new RangeError(`no commit at ${position}`);
  return commit;
}
