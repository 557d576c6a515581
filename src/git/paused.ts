import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pause } from '../model/branch.ts';
import { isBranchRef } from './names.ts';

/** Files in which git keeps the branch that it comes back to, below the work tree's own git folder. */
const NOTES: readonly { readonly file: string; readonly during: Pause; readonly prefix: string }[] = [
  { file: 'rebase-merge/head-name', during: 'rebase', prefix: '' },
  { file: 'rebase-apply/head-name', during: 'rebase', prefix: '' },
  { file: 'BISECT_START', during: 'bisect', prefix: 'refs/heads/' },
];
const LONGEST_NOTE = 4096;

/** What comes and goes with a rebase or a bisect, below the work tree's own git folder. */
export const PAUSE_MARKS: readonly string[] = ['rebase-merge', 'rebase-apply', 'BISECT_START'];

/** The branch that a rebase or a bisect left for a while; null when none is under way, or it began on no branch. */
export async function readPause(gitFolder: string): Promise<{ readonly ref: string; readonly during: Pause } | null> {
  for (const { file, during, prefix } of NOTES) {
    const note = await readNote(path.join(gitFolder, file));
    const ref = note === null ? '' : prefix + note;
    if (ref.startsWith('refs/heads/') && isBranchRef(ref)) return { ref, during };
  }
  return null;
}

/** null for what is no plain small file: a pipe would never end. */
async function readNote(file: string): Promise<string | null> {
  try {
    const found = await lstat(file);
    if (!found.isFile() || found.size > LONGEST_NOTE) return null;
    return (await readFile(file, 'utf8')).replace(/\n$/, '');
  } catch {
    return null;
  }
}
