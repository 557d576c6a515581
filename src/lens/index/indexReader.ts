import type { MainBranch } from '../../model/branch.ts';
import { CommitColumns } from '../../model/history/commitColumns.ts';
import { newestFirst } from '../../model/history/newestFirst.ts';
import type { HistoryRequest, RepositoryPort } from '../../model/ports/gitPort.ts';
import { ProblemError } from '../../model/problem.ts';
import { CONVENTIONS } from '../../model/text/conventions.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import { addAll, goesOn, isRead, isWhole, openEnds, type IndexContents } from './indexContents.ts';

/** Older commits are read along, so that clocks that differ by less change no answer. */
const MARGIN_SECONDS = 30 * 86_400;

/** What an index is asked to bring. */
export interface IndexRequest {
  readonly main: MainBranch;
  readonly rules: KeyRules;
  /** Epoch seconds; null for everything. */
  readonly since: number | null;
  /** Full hashes of commits whose history is wanted too. */
  readonly alsoFrom: readonly string[];
  readonly shallow: boolean;
  /** The team's own words for kinds of work, lower case, which titles may begin with. */
  readonly conventions: readonly string[];
}

export interface IndexReading {
  readonly request: IndexRequest;
  readonly history: RepositoryPort['history'];
  readonly onProgress: (commits: number) => void;
  readonly signal: AbortSignal;
}

/** Reads the newest part from scratch. */
export async function readAnew(reading: IndexReading): Promise<IndexContents> {
  const { since, main, alsoFrom } = reading.request;
  const floor = floorFor(since);
  const columns = await read(reading, { since: floor, from: [main.hash], alsoFrom });
  const tips = [main.hash, ...alsoFrom];
  return { columns, floor: isWhole(columns, tips) ? -Infinity : floor, tips };
}

/**
 * Adds what is missing: new commits, then older ones. null when only reading anew helps: the history was rewritten in a way
 * that leaves a gap, or a commit that was known is gone from the repository.
 */
export async function bringUpToDate(contents: IndexContents, reading: IndexReading): Promise<IndexContents | null> {
  try {
    const current = await withNew(contents, reading);
    return current === null ? null : await withOlder(current, reading);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'git/failed') return null;
    throw error;
  }
}

async function withNew(contents: IndexContents, reading: IndexReading): Promise<IndexContents | null> {
  const { main, alsoFrom } = reading.request;
  const { columns, floor } = contents;
  const tips = [main.hash, ...alsoFrom];
  const from = tips.filter(hash => !isRead(columns, hash) && !contents.tips.includes(hash));
  if (from.length === 0) return { ...contents, tips };
  const later = await read(reading, { since: floor, from, without: contents.tips });
  if (!goesOn(columns, later, floor)) return null;
  addAll(columns, later);
  return { columns, floor, tips };
}

async function withOlder(contents: IndexContents, reading: IndexReading): Promise<IndexContents | null> {
  const { since, main, alsoFrom } = reading.request;
  const { columns, tips } = contents;
  if ((since ?? -Infinity) >= contents.floor) return contents;
  const ends = openEnds(columns, main.hash, alsoFrom);
  const floor = floorFor(since);
  if (ends.main.length + ends.others.length > 0) {
    const older = await read(reading, { since: floor, from: ends.main, alsoFrom: ends.others });
    addAll(columns, older);
  }
  if (isWhole(columns, tips)) return { columns, floor: -Infinity, tips };
  // Where clocks went wrong, going on from the ends can stop too early.
  const enough = newestFirst(columns, { tip: main.hash, alsoFrom, since }).cut;
  return enough ? { columns, floor, tips } : null;
}

/** Columns of their own, so that a reading that is cancelled or fails leaves nothing half done. */
async function read(
  { request, history, onProgress, signal }: IndexReading,
  what: Pick<HistoryRequest, 'from' | 'alsoFrom' | 'without'> & { readonly since: number },
): Promise<CommitColumns> {
  const { main, rules, conventions } = request;
  const columns = CommitColumns.empty(main.hash.length, [...CONVENTIONS, ...conventions]);
  await history(
    { ...what, main, rules, since: what.since === -Infinity ? null : what.since },
    batch => {
      for (const commit of batch) columns.add(commit);
      onProgress(columns.size);
    },
    signal,
  );
  return columns;
}

function floorFor(since: number | null): number {
  return since === null ? -Infinity : since - MARGIN_SECONDS;
}
