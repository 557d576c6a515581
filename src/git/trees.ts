import type { GitClient } from './gitClient.ts';
import { pathInTree } from './names.ts';
import { createSplitter, toTheEnd } from './pieces.ts';

/** Bytes of the largest file whose text is read. */
export const LARGEST_TEXT = 1_048_576;

export interface TreeEntry {
  /** Git's word: `blob` for files and links, `tree`, or `commit` for a submodule. */
  readonly kind: string;
  readonly regularFile: boolean;
  readonly hash: string;
  /** Bytes; NaN when it was not asked for or the object is not here (partial clone). */
  readonly size: number;
  readonly path: string;
}

/** Paths of regular files below `folder` in a commit's tree; links and submodules are none. */
export async function listTree(
  client: GitClient,
  root: string,
  commit: string,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  return (await listBlobs(client, root, commit, folder, signal)).map(({ path }) => path);
}

/** The same files, each with the name of its content. */
export async function listBlobs(
  client: GitClient,
  root: string,
  commit: string,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly Pick<TreeEntry, 'path' | 'hash'>[]> {
  const inTree = pathInTree(folder);
  if (inTree === null) return [];
  const entries = await readEntries(client, root, { commit, path: inTree, deep: true }, signal);
  const below = inTree === '' ? '' : `${inTree}/`;
  return entries.filter(entry => entry.regularFile && entry.path.startsWith(below));
}

/** Text of a regular file in a commit's tree; null when absent, larger than 1 MB or not here. */
export async function readTree(
  client: GitClient,
  root: string,
  commit: string,
  file: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const path = pathInTree(file);
  if (path === null || path === '') return null;
  const [entry] = await readEntries(client, root, { commit, path, deep: false }, signal);
  if (entry === undefined || !entry.regularFile || entry.path !== path) return null;
  if (entry.size === 0) return '';
  return entry.size <= LARGEST_TEXT ? client.read(root, { read: 'blob', hash: entry.hash }, signal) : null;
}

async function readEntries(
  client: GitClient,
  root: string,
  tree: { readonly commit: string; readonly path: string; readonly deep: boolean },
  signal: AbortSignal | undefined,
): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const parse = createSplitter(0, piece => entries.push(treeEntry(piece.toString('utf8'))));
  await client.stream(root, { stream: 'tree', ...tree }, toTheEnd(parse), signal);
  return entries;
}

/** `mode type hash TAB path`, with ` size` before the tab when asked for. */
export function treeEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', kind = '', hash = '', size = ''] = line.slice(0, tab).split(/ +/);
  return { kind, regularFile: mode.startsWith('100'), hash, size: Number(size), path: line.slice(tab + 1) };
}
