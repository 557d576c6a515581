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

/** As long as a line is on the command line of a blame. */
const asRange = (line: number): string => `-L   ${line},${line}`;

/** The commit of each line (from 1) of a file as it is in a commit's tree. */
export async function readLineOrigins(
  client: GitClient,
  root: string,
  commit: string,
  path: string,
  lines: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  if (lines.length === 0) return new Map();
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  const origins = new Map<number, string>();
  for (const some of portions(wanted.map(asRange))) {
    const asked = wanted.slice(origins.size, origins.size + some.length);
    const answer = await client.read(root, { read: 'lineOrigins', commit, path, lines: asked }, signal);
    // In the order of the lines; what stands behind the hash may be an older name of the file, and mislead.
    const hashes = answer.split('\n').map(line => line.split(' ', 1)[0] ?? '');
    for (const [at, line] of asked.entries()) origins.set(line, hashes[at] ?? '');
  }
  return origins;
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
