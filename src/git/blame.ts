import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LinesRequest } from '../model/ports/gitPort.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter, toTheEnd } from './pieces.ts';
import { portions } from './portions.ts';

/** Bytes of the longest list of commits to look through that is believed to be one. */
const LONGEST_LIST = 1_048_576;
const LISTED = /^\s*(?:[0-9a-f]{40}(?:[0-9a-f]{24})?)?\s*(?:#.*)?$/i;

/** As long as a line is on the command line of a blame. */
const asRange = (line: number): string => `-L   ${line},${line}`;

/** The commit (full hash) of each line (from 1) of a file as it is in a commit's tree. */
export async function readLineOrigins(
  client: GitClient,
  root: string,
  request: LinesRequest,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, string>> {
  const { lines } = request;
  if (lines.length === 0) return new Map();
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  const origins = new Map<number, string>();
  for (const some of portions(wanted.map(asRange))) {
    const asked = wanted.slice(origins.size, origins.size + some.length);
    const answer = await client.read(root, { read: 'lineOrigins', ...request, lines: asked }, signal);
    // In the order of the lines; what stands behind the hash may be an older name of the file, and mislead.
    const hashes = answer.split('\n').map(line => line.split(' ', 1)[0] ?? '');
    for (const [at, line] of asked.entries()) origins.set(line, hashes[at] ?? '');
  }
  return origins;
}

/** Those of the files that `blame.ignoreRevsFile` names that are lists of commits, by absolute path. */
export async function readIgnoreRevsFiles(
  client: GitClient,
  root: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  let named: string[] = [];
  const parse = createSplitter(0, value => {
    const file = value.toString('utf8');
    // An empty name takes back those before it.
    if (file === '') named = [];
    else named.push(path.resolve(root, file));
  });
  await client.stream(root, { stream: 'ignoreRevsFiles' }, toTheEnd(parse), signal);
  const lists = await Promise.all(named.map(isListOfCommits));
  return named.filter((_, at) => lists[at]);
}

/** Asked before it is opened: the config may name a device or a pipe that never ends. */
async function isListOfCommits(file: string): Promise<boolean> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > LONGEST_LIST) return false;
    return (await readFile(file, 'utf8')).split('\n').every(line => LISTED.test(line));
  } catch {
    // Gone, or not to be read: git would fail for it.
    return false;
  }
}
