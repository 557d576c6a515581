import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../model/problem.ts';

/**
 * The absolute path of a file or folder that is about to be opened; null when it does not exist. Rejects with
 * `file/outside-repository` when a link on its way leaves the repository.
 */
export async function insideRepository(root: string, file: string): Promise<string | null> {
  const absolute = path.join(root, file);
  let relative: string;
  try {
    relative = path.relative(await realpath(root), await realpath(absolute));
  } catch {
    return null;
  }
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
    throw new ProblemError({ code: 'file/outside-repository', file });
  return absolute;
}
