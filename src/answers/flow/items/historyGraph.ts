import type { Commit } from '../../../model/commit.ts';
import type { CommitColumns } from '../../../model/history/commitColumns.ts';
import { newestFirst, type Reading } from '../../../model/history/newestFirst.ts';

/** Commits by position; an array is one. */
export interface CommitList extends Iterable<Commit> {
  readonly length: number;
  /** undefined beyond the end. */
  at(position: number): Commit | undefined;
}

/** Commits of the main branch as a graph over their positions in `commits`. */
export interface HistoryGraph {
  readonly commits: CommitList;
  /** Position of main's newest commit; -1 when it is not among the commits. */
  readonly tip: number;
  /** Positions of a commit's parents, first parent first; -1 for a parent that is not known. */
  parentsOf(position: number): readonly number[];
  /** Position of a commit by its full hash; -1 when unknown. */
  positionOf(hash: string): number;
  /** What came before this commit is not known: a parent is missing, or a shallow clone ends here. */
  isBoundary(position: number): boolean;
}

export interface ColumnReading extends Reading {
  readonly shallow: boolean;
}

const NO_PARENTS: readonly number[] = [];

/** Links commits to their parents. Git shows the last commits of a shallow clone without parents, hence `shallow`. */
export function buildHistoryGraph(commits: readonly Commit[], tip: string, shallow: boolean): HistoryGraph {
  const positions = new Map<string, number>();
  commits.forEach((commit, position) => positions.set(commit.hash, position));
  const positionOf = (hash: string): number => positions.get(hash) ?? -1;
  const parents = commits.map(commit => commit.parents.map(positionOf));
  const parentsOf = (position: number): readonly number[] => parents[position] ?? NO_PARENTS;
  return { commits, tip: positionOf(tip), parentsOf, positionOf, isBoundary: boundaries(parentsOf, shallow) };
}

/**
 * The graph of one reading of an index, the same as `buildHistoryGraph` makes of what git shows for it: whatever else the
 * columns hold, older parents are not known. Positions are git's order; commits are made when they are asked for.
 */
export function graphOfColumns(columns: CommitColumns, reading: ColumnReading): HistoryGraph {
  const { ids } = newestFirst(columns, reading);
  /** A position plus one; 0 = not in this reading. */
  const positions = new Uint32Array(columns.ids);
  for (let position = 0; position < ids.length; position++) positions[ids[position] ?? 0] = position + 1;
  const positionAt = (id: number): number => (positions[id] ?? 0) - 1;
  const positionOf = (hash: string): number => positionAt(columns.idOf(hash));
  const parentsOf = (position: number): readonly number[] => {
    const id = ids[position];
    return id === undefined ? NO_PARENTS : columns.parentsOf(id).map(positionAt);
  };
  return {
    commits: new ColumnList(columns, ids),
    tip: positionOf(reading.tip),
    parentsOf,
    positionOf,
    isBoundary: boundaries(parentsOf, reading.shallow),
  };
}

/** The commit at a position that the graph gave out. */
export function commitAt(graph: HistoryGraph, position: number): Commit {
  const commit = position < 0 ? undefined : graph.commits.at(position);
  if (commit === undefined) throw new RangeError(`no commit at ${position}`);
  return commit;
}

function boundaries(parentsOf: HistoryGraph['parentsOf'], shallow: boolean): (position: number) => boolean {
  return position => {
    const known = parentsOf(position);
    return known.length === 0 ? shallow : known.includes(-1);
  };
}

/** Commits that are kept as objects: walks look at the same ones again and again. Beyond it, all are made anew. */
const MOST_KEPT = 100_000;

class ColumnList implements CommitList {
  private readonly columns: CommitColumns;
  private readonly ids: Int32Array;
  private readonly kept = new Map<number, Commit>();

  constructor(columns: CommitColumns, ids: Int32Array) {
    this.columns = columns;
    this.ids = ids;
  }

  get length(): number {
    return this.ids.length;
  }

  at(position: number): Commit | undefined {
    const id = this.ids[position];
    if (id === undefined) return undefined;
    let commit = this.kept.get(id);
    if (commit === undefined) {
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      commit = this.columns.commitAt(id);
      this.kept.set(id, commit);
    }
    return commit;
  }

  *[Symbol.iterator](): Iterator<Commit> {
    for (const id of this.ids) yield this.columns.commitAt(id);
  }
}
