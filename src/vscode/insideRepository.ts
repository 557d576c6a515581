import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../model/problem.ts';

/**
 * The absolute path of a file or folder that is about to be opened or written; null when it does not exist. Rejects with
 * `file/outside-repository` when a link on its way leaves the repository, or leads to nothing: what is written through such
 * a link would land wherever it points.
 */
export async function insideRepository(root: string, file: string): Promise<string | null> {
  const absolute = path.join(root, file);
  if (isOutside(root, absolute)) throw outside(file);
  const real = await realpath(root);
  let at = root;
  for (const part of path.normalize(file).split(path.sep)) {
    at = path.join(at, part);
    let found: string;
    try {
      found = await realpath(at);
    } catch {
      if (await isLink(at)) throw outside(file);
      return null;
    }
    if (isOutside(real, found)) throw outside(file);
  }
  return absolute;
}

function isOutside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute);
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

async function isLink(at: string): Promise<boolean> {
  try {
    return (await lstat(at)).isSymbolicLink();
  } catch {
    return false;
  }
}

function outside(file: string): ProblemError {
  return new ProblemError({ code: 'file/outside-repository', file });
}
