import type { RepositoryPort } from '../model/ports/gitPort.ts';
import type { ItemSize } from '../model/work.ts';
import { createChangeParser, type ChangeSink } from './changeParser.ts';
import { createWrittenFilter } from './generated.ts';
import type { GitClient } from './gitClient.ts';
import { toTheEnd } from './pieces.ts';
import { resolveCommits } from './refs.ts';
import { readSettings } from './settings.ts';
import { readTree } from './trees.ts';

/** Files whose change is larger than this many lines hold data, or were made by a program. */
const LONGEST_CHANGE = 20_000;

/**
 * Files and lines that each commit changed against its first parent: for a merge, what landed. Commits that are not here,
 * or whose parent is not here (the edge of a shallow clone), are left out. A partial clone has the names of files only:
 * lines are null there, and a moved file counts as two.
 */
export async function readSizes(
  client: GitClient,
  root: string,
  commits: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ItemSize>> {
  const sizes = new Map<string, ItemSize>();
  if (commits.length === 0) return sizes;
  const [{ partialClone }, attributes] = await Promise.all([
    readSettings(client, root, signal),
    readAttributes(client, root, signal),
  ]);
  const isWritten = createWrittenFilter(attributes ?? '');
  const counts = (path: string, lines: number) => lines > 0 && lines <= LONGEST_CHANGE && isWritten(path);
  let size = { files: 0, lines: partialClone ? null : 0 };
  const sink: ChangeSink = {
    commit(hash) {
      size = { files: 0, lines: partialClone ? null : 0 };
      sizes.set(hash, size);
    },
    file(path, lines) {
      size.files++;
      if (size.lines !== null && counts(path, lines)) size.lines += lines;
    },
  };
  await readChanges(client, root, { show: partialClone ? 'names' : 'counts', commits }, sink, signal);
  return sizes;
}

/** Hands over each commit's paths; the commits are those of `readSizes`. Holds one commit's paths at a time. */
export async function readChangedPaths(
  client: GitClient,
  root: string,
  ...[commits, take, signal]: Parameters<RepositoryPort['changedPaths']>
): Promise<void> {
  if (commits.length === 0) return;
  let current: string | null = null;
  let paths: string[] = [];
  const flush = () => {
    if (current !== null) take(current, paths);
  };
  const sink: ChangeSink = {
    commit(hash) {
      flush();
      current = hash;
      paths = [];
    },
    file: path => paths.push(path),
  };
  await readChanges(client, root, { show: 'names', commits }, sink, signal);
  flush();
}

async function readChanges(
  client: GitClient,
  root: string,
  { show, commits }: { readonly show: 'counts' | 'names'; readonly commits: readonly string[] },
  sink: ChangeSink,
  signal: AbortSignal | undefined,
): Promise<void> {
  const shallow = (await client.read(root, { read: 'shallow' }, signal)).trim() === 'true';
  let isKnown = true;
  const parse = createChangeParser(show, {
    commit(hash, isRoot) {
      // Without its parent a commit seems to have made every file there is.
      isKnown = !(shallow && isRoot);
      if (isKnown) sink.commit(hash, isRoot);
    },
    file(path, lines) {
      if (isKnown) sink.file(path, lines);
    },
  });
  await client.stream(root, { stream: 'changes', show, commits: [...new Set(commits)] }, toTheEnd(parse), signal);
}

/** The attributes file at the root of HEAD's tree; null when there is none. */
async function readAttributes(client: GitClient, root: string, signal?: AbortSignal): Promise<string | null> {
  const [head = null] = await resolveCommits(client, root, ['HEAD'], signal);
  return head === null ? null : readTree(client, root, head, '.gitattributes', signal);
}
