import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Whoever opens a folder with more folders than this has no list of projects there. */
const MOST_FOLDERS = 500;

/** The nearest folder around a file that holds a repository, `folder` included; else `folder`, which may be below one. */
export async function repositoryAround(file: string, folder: string): Promise<string> {
  for (let at = path.dirname(file); at.length > folder.length; at = path.dirname(at)) {
    if (await hasGit(at)) return at;
  }
  return folder;
}

/** Where an opened folder's repositories are: the folder itself or, when it is in none, those of its folders that are one. */
export async function repositoriesOf(folder: string): Promise<readonly string[]> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await hasGit(at)) return [folder];
    if (path.dirname(at) === at) break;
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter(entry => entry.isDirectory()).slice(0, MOST_FOLDERS);
  const below = await Promise.all(
    folders.map(async ({ name }) => ((await hasGit(path.join(folder, name))) ? [path.join(folder, name)] : [])),
  );
  return below.flat().length > 0 ? below.flat().sort() : [folder];
}

/** A linked work tree and a submodule have a file there. */
async function hasGit(folder: string): Promise<boolean> {
  try {
    await lstat(path.join(folder, '.git'));
    return true;
  } catch {
    return false;
  }
}
