import type { Commit } from '../model/commit.ts';
import { createReach } from '../model/history/reach.ts';
import type { HistoryRequest, RepositoryPort } from '../model/ports/gitPort.ts';
import { COMMIT_FORMAT, createCommitParser } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';

/** Commits handed over at once. */
const BATCH = 500;

/**
 * Streams main's history, and that of the commits of `alsoFrom`, in git's order, newest first, without ever holding it.
 * Resolves with the number of commits.
 */
export async function readHistory(
  client: GitClient,
  root: string,
  request: HistoryRequest,
  sink: (batch: readonly Commit[]) => void,
  signal?: AbortSignal,
): Promise<number> {
  const parse = createCommitParser({ rules: request.rules, main: request.main.name });
  const { from = [request.main.hash], alsoFrom = [], without = [] } = request;
  const isInReach = createReach(request.since ?? -Infinity, alsoFrom.length === 0 ? null : from);
  let batch: Commit[] = [];
  let read = 0;
  const flush = () => {
    if (batch.length === 0) return;
    read += batch.length;
    sink(batch);
    batch = [];
  };
  const take = (bytes: Buffer) => {
    for (const commit of parse(bytes)) {
      if (!isInReach(commit.hash, commit.parents, commit.landed)) return false;
      batch.push(commit);
      if (batch.length === BATCH) flush();
    }
    return true;
  };
  const tips = [...from, ...alsoFrom];
  await client.stream(root, { stream: 'walk', format: COMMIT_FORMAT, tips, without, merges: true }, take, signal);
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
