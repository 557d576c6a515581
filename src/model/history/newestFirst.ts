import type { CommitColumns } from './commitColumns.ts';
import { NewestQueue } from './newestQueue.ts';
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
  // Only other lines need to know what main's commits are.
  const hasOthers = alsoFrom.length > 0;
  const isInReach = since === null ? null : createReach<number>(since, hasOthers ? [columns.idOf(tip)] : null);
  let count = 0;
  let cut = false;
  for (let id = queue.take(); id >= 0; id = queue.take()) {
    if (isInReach !== null) {
      cut = !isInReach(id, hasOthers ? columns.parentsOf(id) : NO_PARENTS, columns.landedAt(id));
      if (cut) break;
    }
    found[count++] = id;
    const parents = columns.parentCountOf(id);
    for (let index = 0; index < parents; index++) queue.add(columns.parentOf(id, index));
  }
  return { ids: found.slice(0, count), cut };
}

const NO_PARENTS: readonly number[] = [];
