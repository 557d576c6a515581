import type { CommitColumns } from '../../model/history/commitColumns.ts';

/** The newest part of a history. Whatever was read holds all that came before it, down to a day. */
export interface IndexContents {
  readonly columns: CommitColumns;
  /** Epoch seconds down to which commits are there; -Infinity when nothing older is left. */
  readonly floor: number;
  /** Full hashes of the commits that were asked for last, read or older than the floor. */
  readonly tips: readonly string[];
}

/** Where older commits go on. */
export interface OpenEnds {
  /** Full hashes of parents of main's commits that were not read. */
  readonly main: readonly string[];
  /** Those of other lines, and tips that were not read themselves. */
  readonly others: readonly string[];
}

/** Finds what was not read of the history of `tip` and `alsoFrom`. */
export function openEnds(columns: CommitColumns, tip: string, alsoFrom: readonly string[]): OpenEnds {
  const seen = new Uint8Array(columns.ids);
  const endsOf = (tips: readonly string[]): string[] => {
    const ends = tips.filter(hash => columns.idOf(hash) < 0);
    const open = tips.map(hash => columns.idOf(hash)).filter(id => id >= 0);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen[id] !== 0) continue;
      seen[id] = 1;
      if (!columns.has(id)) ends.push(columns.hashOf(id));
      else open.push(...columns.parentsOf(id));
    }
    return ends;
  };
  return { main: endsOf([tip]), others: endsOf(alsoFrom) };
}

/** True when the commits of `later` go on from those of `columns` as far as the floor. */
export function goesOn(columns: CommitColumns, later: CommitColumns, floor: number): boolean {
  for (let id = 0; id < later.ids; id++) {
    if (!later.has(id) || later.landedAt(id) < floor) continue;
    const known = later.parentsOf(id).every(parent => later.has(parent) || isRead(columns, later.hashOf(parent)));
    if (!known) return false;
  }
  return true;
}

export function addAll(columns: CommitColumns, others: CommitColumns): void {
  for (let id = 0; id < others.ids; id++) if (others.has(id)) columns.add(others.commitAt(id));
}

export function isRead(columns: CommitColumns, hash: string): boolean {
  const id = columns.idOf(hash);
  return id >= 0 && columns.has(id);
}

/** Nothing older is left. */
export function isWhole(columns: CommitColumns, tips: readonly string[]): boolean {
  return columns.ids === columns.size && tips.every(hash => isRead(columns, hash));
}
