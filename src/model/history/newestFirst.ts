import type { CommitColumns } from './commitColumns.ts';
import { createReach } from './reach.ts';

/** Which commits belong to a reading. */
export interface Reading {
  /** Full hash of main's newest commit. */
  readonly tip: string;
  /** Full hashes of commits whose history is read too. */
  readonly alsoFrom: readonly string[];
  /** Epoch seconds; null reads everything. */
  readonly since: number | null;
}

export interface NewestFirst {
  readonly ids: Int32Array<ArrayBuffer>;
  /** It ended at `since`, not for lack of commits. */
  readonly cut: boolean;
}

/**
 * Ids of the commits that git would show for a reading, in git's order: always the one that landed last of those whose
 * child was shown, and what was found first when several landed together. So a reading gives the same commits whatever
 * else the columns hold. Parents that were never read are passed over.
 */
export function newestFirst(columns: CommitColumns, { tip, alsoFrom, since }: Reading): NewestFirst {
  const found = new Int32Array(columns.size);
  const queue = new NewestQueue(columns);
  for (const hash of [tip, ...alsoFrom]) queue.add(columns.idOf(hash));
  const isInReach =
    since === null ? () => true : createReach<number>(since, alsoFrom.length === 0 ? null : [columns.idOf(tip)]);
  let count = 0;
  let cut = false;
  for (let id = queue.take(); id >= 0; id = queue.take()) {
    // Only other lines need to know what main's commits are.
    const parents = alsoFrom.length === 0 ? NO_PARENTS : columns.parentsOf(id);
    cut = !isInReach(id, parents, columns.landedAt(id));
    if (cut) break;
    found[count++] = id;
    const only = columns.onlyParentOf(id);
    if (only >= 0) queue.add(only);
    else for (const parent of columns.parentsOf(id)) queue.add(parent);
  }
  return { ids: found.slice(0, count), cut };
}

const NO_PARENTS: readonly number[] = [];

/** A heap that takes every commit once. */
class NewestQueue {
  private readonly columns: CommitColumns;
  private readonly heap: number[] = [];
  /** The turn in which a commit came; 0 = not yet. */
  private readonly turns: Uint32Array;
  private turn = 0;

  constructor(columns: CommitColumns) {
    this.columns = columns;
    this.turns = new Uint32Array(columns.ids);
  }

  add(id: number): void {
    if (id < 0 || this.turns[id] !== 0 || !this.columns.has(id)) return;
    this.turns[id] = ++this.turn;
    let at = this.heap.push(id) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(id, this.idAt(above)); above = (at - 1) >> 1) {
      this.heap[at] = this.idAt(above);
      at = above;
    }
    this.heap[at] = id;
  }

  /** -1 when it is empty. */
  take(): number {
    const last = this.heap.pop();
    if (last === undefined) return -1;
    if (this.heap.length === 0) return last;
    const first = this.idAt(0);
    this.sink(last);
    return first;
  }

  private sink(id: number): void {
    let at = 0;
    for (let below = 1; below < this.heap.length; below = at * 2 + 1) {
      const other = below + 1;
      const least = other < this.heap.length && this.isBefore(this.idAt(other), this.idAt(below)) ? other : below;
      if (!this.isBefore(this.idAt(least), id)) break;
      this.heap[at] = this.idAt(least);
      at = least;
    }
    this.heap[at] = id;
  }

  private idAt(at: number): number {
    return this.heap[at] ?? 0;
  }

  private isBefore(a: number, b: number): boolean {
    const apart = this.columns.landedAt(a) - this.columns.landedAt(b);
    return apart > 0 || (apart === 0 && (this.turns[a] ?? 0) < (this.turns[b] ?? 0));
  }
}
