import type { Commit } from '../model/commit.ts';
import type { HistoryRequest, RepositoryPort } from '../model/ports/gitPort.ts';
import { COMMIT_FORMAT, createCommitParser } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';

/** Commits handed over at once. */
const BATCH = 500;
/**
 * Reading back to a day ends after this many older commits in a row. One is not enough: clocks of machines differ, and a
 * commit with a wrong date would cut the history short.
 */
const OLDER_IN_A_ROW = 2000;

/** Streams main's history in git's order, newest first, without ever holding it. Resolves with the number of commits. */
export async function readHistory(
  client: GitClient,
  root: string,
  request: HistoryRequest,
  sink: (batch: readonly Commit[]) => void,
  signal?: AbortSignal,
): Promise<number> {
  const parse = createCommitParser({ rules: request.rules, main: request.main.name });
  const since = request.since ?? -Infinity;
  let batch: Commit[] = [];
  let read = 0;
  let older = 0;
  const flush = () => {
    if (batch.length === 0) return;
    read += batch.length;
    sink(batch);
    batch = [];
  };
  const take = (bytes: Buffer) => {
    for (const commit of parse(bytes)) {
      older = commit.landed < since ? older + 1 : 0;
      if (older > OLDER_IN_A_ROW) return false;
      batch.push(commit);
      if (batch.length === BATCH) flush();
    }
    return true;
  };
  const log = { stream: 'log', format: COMMIT_FORMAT, from: request.main.hash, without: null, limit: null } as const;
  await client.stream(root, log, take, signal);
  flush();
  return read;
}

/** Commits of `tip` (a full hash or a branch's full name) that main does not have, newest first, at most `limit`. */
export async function commitsSince(
  client: GitClient,
  root: string,
  ...[main, tip, rules, limit, signal]: Parameters<RepositoryPort['commitsSince']>
): Promise<readonly Commit[]> {
  const parse = createCommitParser({ rules, main: main.name });
  const commits: Commit[] = [];
  const log = { stream: 'log', format: COMMIT_FORMAT, from: tip, without: main.hash, limit } as const;
  const take = (bytes: Buffer) => {
    commits.push(...parse(bytes));
    return true;
  };
  await client.stream(root, log, take, signal);
  return commits;
}
