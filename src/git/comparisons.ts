import { createHash } from 'node:crypto';
import { createChangeParser } from './changeParser.ts';
import type { Comparison } from './commands/streams.ts';
import type { GitClient } from './gitClient.ts';
import { createPatchParser } from './patchParser.ts';
import { toTheEnd } from './pieces.ts';

/** Bytes of patches that are read at once; the changes after them are not known. */
const MOST_BYTES = 67_108_864;

/** What is told of a comparison; null when nothing changed or it is not known. Equal changes have equal values. */
export type Told = (comparison: Comparison) => string | null;

/** Tells the set of paths that changed, without looking at contents. */
export async function comparePaths(
  client: GitClient,
  root: string,
  wanted: readonly Comparison[],
  signal?: AbortSignal,
): Promise<Told> {
  const { pairs, told, tell } = createTable(wanted);
  if (pairs.length === 0) return told;
  let commit: string | null = null;
  let paths: string[] = [];
  const flush = () => {
    if (commit === null) return;
    const all = createHash('sha256').update(paths.join('\0'));
    tell(commit, paths.length === 0 ? null : all.digest('base64'));
  };
  const parse = createChangeParser('names', {
    commit(hash) {
      flush();
      commit = hash;
      paths = [];
    },
    file: path => paths.push(path),
  });
  await client.stream(root, { stream: 'comparisons', show: 'names', pairs }, toTheEnd(parse), signal);
  flush();
  return told;
}

/** Tells the changes themselves. Needs the contents of files. */
export async function comparePatches(
  client: GitClient,
  root: string,
  wanted: readonly Comparison[],
  signal?: AbortSignal,
): Promise<Told> {
  const { pairs, told, tell } = createTable(wanted);
  if (pairs.length === 0) return told;
  const patches = createPatchParser(tell);
  let bytesLeft = MOST_BYTES;
  const take = (bytes: Buffer) => {
    bytesLeft -= bytes.length;
    if (bytesLeft < 0) return false;
    patches.parse(bytes);
    return true;
  };
  await client.stream(root, { stream: 'comparisons', show: 'patches', pairs }, take, signal);
  if (bytesLeft >= 0) patches.end();
  return told;
}

/** Answers come in the order of the pairs, under the pair's commit; git leaves out what it cannot read. */
function createTable(wanted: readonly Comparison[]) {
  const key = ({ commit, base }: Comparison) => `${commit} ${base ?? ''}`;
  const byKey = new Map(wanted.map(pair => [key(pair), pair]));
  const pairs = [...byKey.values()];
  const values = new Map<string, string | null>();
  let at = 0;
  return {
    pairs,
    tell(commit: string, value: string | null): void {
      while (at < pairs.length && pairs[at]?.commit !== commit) at++;
      const pair = pairs[at++];
      if (pair !== undefined) values.set(key(pair), value);
    },
    told: (comparison: Comparison): string | null => values.get(key(comparison)) ?? null,
  };
}
