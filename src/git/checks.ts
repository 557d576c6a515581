import type { Commit } from '../model/commit.ts';
import type { MentionsRequest } from '../model/ports/gitPort.ts';
import { COMMIT_FORMAT, createCommitParser } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';
import { toTheEnd } from './pieces.ts';
import { portions } from './portions.ts';

/** What the proofs and the evidence of gates ask of git. */

/** Those of the paths that are in the index. */
export async function readTracked(
  client: GitClient,
  root: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const tracked = new Set<string>();
  for (const portion of portions(paths)) {
    const answer = await client.read(root, { read: 'tracked', paths: portion }, signal);
    for (const path of answer.split('\0')) tracked.add(path);
  }
  return new Set(paths.filter(path => tracked.has(path)));
}

/** Commits that mention one of the words, newest first. */
export async function readMentions(
  client: GitClient,
  root: string,
  { main, rules, tips, words, limit }: MentionsRequest,
  signal?: AbortSignal,
): Promise<readonly Commit[]> {
  const asked = portions(words);
  const found = new Map<string, Commit>();
  for (const portion of asked) {
    const parse = createCommitParser({ rules, main: main.name });
    const take = toTheEnd(bytes => {
      for (const commit of parse(bytes)) found.set(commit.hash, commit);
    });
    await client.stream(root, { stream: 'mentions', format: COMMIT_FORMAT, tips, words: portion, limit }, take, signal);
  }
  const commits = [...found.values()];
  return asked.length <= 1 ? commits : commits.toSorted((a, b) => b.landed - a.landed).slice(0, limit);
}

/** Whether a commit that `since` lacks changed the path. */
export async function changedBetween(
  client: GitClient,
  root: string,
  since: string,
  until: string,
  path: string,
  signal?: AbortSignal,
): Promise<boolean> {
  return (await client.read(root, { read: 'lastChange', since, until, path }, signal)).trim() !== '';
}
