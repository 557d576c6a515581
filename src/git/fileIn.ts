import type { TreeFile } from '../model/ports/gitPort.ts';
import type { GitClient } from './gitClient.ts';
import { pathInTree } from './names.ts';
import { createSplitter, toTheEnd } from './pieces.ts';
import { LARGEST_TEXT, treeEntry, type TreeEntry } from './trees.ts';

/** As git does, a NUL near the beginning tells that it is no text. */
const LOOKED_AT = 8000;

/** What a commit's tree holds at a path; `absent` also for a path that leaves the repository. */
export async function readFileIn(
  client: GitClient,
  root: string,
  commit: string,
  file: string,
  signal?: AbortSignal,
): Promise<TreeFile> {
  const path = pathInTree(file);
  if (path === null || path === '') return { kind: 'absent' };
  const entries: TreeEntry[] = [];
  const parse = createSplitter(0, piece => entries.push(treeEntry(piece.toString('utf8'))));
  await client.stream(root, { stream: 'treePath', commit, path }, toTheEnd(parse), signal);
  const entry = entries.find(found => found.path === path);
  if (entry === undefined) {
    const above = entries.find(found => path.startsWith(`${found.path}/`) && found.kind !== 'tree');
    return { kind: above === undefined ? 'absent' : 'inside' };
  }
  if (!entry.regularFile) return { kind: 'other' };
  if (entry.size === 0) return { kind: 'text', text: '' };
  if (Number.isNaN(entry.size)) return { kind: 'elsewhere' };
  if (entry.size > LARGEST_TEXT) return { kind: 'tooLarge' };
  const text = await client.read(root, { read: 'blob', hash: entry.hash }, signal);
  return text.slice(0, LOOKED_AT).includes('\0') ? { kind: 'binary' } : { kind: 'text', text };
}
