import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../model/problem.ts';
import type { FilesPort, FileText } from '../model/ports/filesPort.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 3;
const MAX_FILES = 5000;

/** The work tree's files straight from the disk. Links that leave the repository are never followed. */
export const diskFiles: FilesPort = {
  async list(root, folder) {
    const found: string[] = [];
    if ((await insideRoot(root, folder)) !== null) await walk(root, folder, 0, found);
    return found;
  },

  async read(root, file): Promise<FileText | null> {
    const real = await insideRoot(root, file);
    if (real === null) return null;
    const info = await stat(real);
    if (!info.isFile()) return null;
    if (info.size > MAX_BYTES) throw new ProblemError({ code: 'file/too-large', file });
    try {
      return { text: await readFile(real, 'utf8'), origin: 'file', unsaved: false };
    } catch (error) {
      throw new ProblemError({ code: 'file/unreadable', file, detail: reasonOf(error) }, { cause: error });
    }
  },

  async exists(root, file) {
    try {
      return (await insideRoot(root, file)) !== null;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  },
};

/** The real path of a file inside the root; null when absent. Rejects with `file/outside-repository` when a link leaves it. */
async function insideRoot(root: string, file: string): Promise<string | null> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(path.join(root, file))]);
    const relative = path.relative(realRoot, real);
    if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
      throw new ProblemError({ code: 'file/outside-repository', file });
    return real;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (isAbsent(error)) return null;
    throw new ProblemError({ code: 'file/unreadable', file, detail: reasonOf(error) }, { cause: error });
  }
}

async function walk(root: string, folder: string, depth: number, found: string[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return;
    throw new ProblemError({ code: 'file/unreadable', file: folder, detail: reasonOf(error) }, { cause: error });
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= MAX_FILES) return;
    const inner = `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth < MAX_DEPTH) await walk(root, inner, depth + 1, found);
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(inner);
  }
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'EINVAL';
}

function reasonOf(error: unknown): string {
  return codeOf(error) === 'EACCES' ? 'permission denied' : (codeOf(error) ?? 'unknown error');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
