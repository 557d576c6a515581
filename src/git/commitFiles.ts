import type { ChangedFile } from '../model/pathWhy.ts';
import type { GitClient } from './gitClient.ts';
import { createSplitter } from './pieces.ts';
import { readSettings } from './settings.ts';

/**
 * Files that a commit changed against its first parent, at most `limit`; a moved file is one, but in a partial clone. null
 * when the commit or its parent is not here (the edge of a shallow clone).
 */
export async function readCommitFiles(
  client: GitClient,
  root: string,
  commit: string,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly ChangedFile[] | null> {
  const [{ partialClone }, shallow] = await Promise.all([
    readSettings(client, root, signal),
    client.read(root, { read: 'shallow' }, signal),
  ]);
  const files: ChangedFile[] = [];
  let parent: string | null | undefined;
  const header = (field: string) => {
    parent = field === '' ? null : (field.split(' ', 1)[0] ?? null);
  };
  const parse = createSplitter(
    0,
    createFileParser(header, found => files.push(changedFile(found, parent ?? null))),
  );
  const take = (bytes: Buffer) => {
    parse(bytes);
    return files.length < limit;
  };
  await client.stream(root, { stream: 'files', commit, renames: !partialClone }, take, signal);
  if (parent === undefined || (parent === null && shallow.trim() === 'true')) return null;
  return files.slice(0, limit);
}

interface Found {
  /** Git's letter, without the likeness that stands behind it. */
  readonly status: string;
  readonly path: string;
  /** The name it had, where that was another. */
  readonly old: string | null;
}

function changedFile({ status, path, old }: Found, parent: string | null): ChangedFile {
  const isNew = status === 'A' || status === 'C' || parent === null;
  return { path, removed: status === 'D', before: isNew ? null : { commit: parent, path: old ?? path } };
}

const RECORD_MARK = '\u0001';

/** Fields are counted, never guessed: a path may hold line breaks, tabs and the record mark. */
function createFileParser(header: (parents: string) => void, take: (found: Found) => void): (field: Buffer) => void {
  let next: 'status' | 'parents' | 'old' | 'path' = 'status';
  let status = '';
  let old: string | null = null;
  return field => {
    const text = field.toString('utf8');
    switch (next) {
      case 'status': {
        // A line break, or with some formats an empty field, stands between a commit and its first file.
        const word = text.replace(/^\n/, '');
        if (word.startsWith(RECORD_MARK)) next = 'parents';
        else if (word !== '') {
          status = word.charAt(0);
          old = null;
          next = status === 'R' || status === 'C' ? 'old' : 'path';
        }
        return;
      }
      case 'parents':
        header(text);
        next = 'status';
        return;
      case 'old':
        old = text;
        next = 'path';
        return;
      case 'path':
        take({ status, path: text, old });
        next = 'status';
        return;
    }
  };
}
