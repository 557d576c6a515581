import type { Commit } from '../model/commit.ts';
import type { PathReading, PathRequest } from '../model/ports/gitPort.ts';
import { COMMIT_FORMAT, createCommitParser } from './commitParser.ts';
import type { GitClient } from './gitClient.ts';
import { pathInTree } from './names.ts';
import { createSplitter, toTheEnd } from './pieces.ts';
import { readSettings } from './settings.ts';
import { treeEntry, type TreeEntry } from './trees.ts';

/**
 * Hands over the commits of `tip` that changed what its tree holds at a path, newest first, merges left out. A file is
 * followed over renames, but in a partial clone, which lacks the contents to tell them by. null when nothing is there.
 */
export async function readPathChanges(
  client: GitClient,
  root: string,
  { tip, path: written, main, rules, limit }: PathRequest,
  sink: (batch: readonly Commit[]) => void,
  signal?: AbortSignal,
): Promise<PathReading | null> {
  const path = pathInTree(written);
  const kind = path === null ? null : await kindOf(client, root, tip, path, signal);
  if (path === null || kind === null) return null;
  const [{ partialClone }, answer] = await Promise.all([
    readSettings(client, root, signal),
    client.read(root, { read: 'shallow' }, signal),
  ]);
  const shallow = answer.trim() === 'true';
  const parse = createCommitParser({ rules, main });
  let read = 0;
  const take = (bytes: Buffer) => {
    // Where a shallow clone ends a commit seems to have made every file there is.
    const commits = parse(bytes).filter(({ parents }) => !shallow || parents.length > 0);
    const wanted = commits.slice(0, limit - read);
    if (wanted.length > 0) sink(wanted);
    read += commits.length;
    return read <= limit;
  };
  const follow = kind === 'file' && !partialClone;
  await client.stream(root, { stream: 'path', format: COMMIT_FORMAT, tip, path, follow }, take, signal);
  return { kind, cut: shallow || read > limit };
}

/** null when the tree holds nothing there. A submodule counts as a folder: it was never a file. */
async function kindOf(
  client: GitClient,
  root: string,
  commit: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<PathReading['kind'] | null> {
  if (path === '') return 'folder';
  const entries: TreeEntry[] = [];
  const parse = createSplitter(0, piece => entries.push(treeEntry(piece.toString('utf8'))));
  await client.stream(root, { stream: 'treeEntry', commit, path }, toTheEnd(parse), signal);
  const entry = entries.find(found => found.path === path);
  return entry === undefined ? null : entry.kind === 'blob' ? 'file' : 'folder';
}
