import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '../model/problem.ts';
import type { GitClient } from './gitClient.ts';
import { PAUSE_MARKS } from './paused.ts';

/** Where a repository's parts are. Paths are absolute. */
export interface Layout {
  /** In the spelling of the folder that was asked for, where that leads there (a link, a mapped drive). */
  readonly root: string;
  readonly linkedWorktree: boolean;
  readonly submodule: boolean;
  /** The work tree's own git folder: a linked one has its HEAD there. */
  readonly gitFolder: string;
  /** What changes when HEAD, a ref or the config does. Some need not exist. */
  readonly watch: readonly string[];
  /** Lists the commits that a shallow clone ends with. It need not exist. */
  readonly shallowFile: string;
  /** Files that a fetch writes. They need not exist. */
  readonly fetchHeads: readonly string[];
}

/** Finds the repository that holds `folder`. Rejects with `git/no-repository`, also for a bare repository. */
export async function readLayout(client: GitClient, folder: string, signal?: AbortSignal): Promise<Layout> {
  const answer = await client.read(folder, { read: 'layout' }, signal);
  const [root, gitDir, common, ...more] = answer.replace(/\n$/, '').split('\n');
  if (root === undefined || gitDir === undefined || common === undefined || more.length > 0) {
    throw new ProblemError({ code: 'git/failed', detail: 'the path of the repository has a line break' });
  }
  // git ran in the real folder, and that is what its relative answers are relative to.
  const real = await realpath(folder);
  const own = path.resolve(real, gitDir);
  const shared = path.resolve(real, common);
  return {
    root: await inSpellingOf(folder, real, path.resolve(root)),
    linkedWorktree: own !== shared,
    submodule: /[\\/]\.git[\\/](?:worktrees[\\/][^\\/]+[\\/])?modules[\\/]/.test(shared),
    gitFolder: own,
    watch: [
      ...['HEAD', ...PAUSE_MARKS].map(name => path.join(own, name)),
      ...['config', 'packed-refs', 'refs', path.join('reftable', 'tables.list')].map(name => path.join(shared, name)),
    ],
    shallowFile: path.join(shared, 'shallow'),
    fetchHeads: [...new Set([own, shared])].map(folder => path.join(folder, 'FETCH_HEAD')),
  };
}

/**
 * git names the root by its real path, but an editor knows its files as the person opened them. The way up from the folder
 * is the same in both spellings, unless the folder itself is a link into the repository.
 */
async function inSpellingOf(folder: string, real: string, root: string): Promise<string> {
  try {
    const realRoot = await realpath(root);
    const spelled = path.resolve(folder, path.relative(real, realRoot));
    return (await realpath(spelled)) === realRoot ? spelled : root;
  } catch {
    // The way up does not exist in that spelling.
    return root;
  }
}
