import path from 'node:path';
import { ProblemError } from '../model/problem.ts';
import type { GitClient } from './gitClient.ts';

/** Where a repository's parts are. Paths are absolute. */
export interface Layout {
  readonly root: string;
  readonly linkedWorktree: boolean;
  readonly submodule: boolean;
  /** What changes when HEAD, a ref or the config does. Some need not exist. */
  readonly watch: readonly string[];
}

/** Finds the repository that holds `folder`. Rejects with `git/no-repository`, also for a bare repository. */
export async function readLayout(client: GitClient, folder: string, signal?: AbortSignal): Promise<Layout> {
  const answer = await client.read(folder, { read: 'layout' }, signal);
  const [root, gitDir, common, ...more] = answer.replace(/\n$/, '').split('\n');
  if (root === undefined || gitDir === undefined || common === undefined || more.length > 0) {
    throw new ProblemError({ code: 'git/failed', detail: 'the path of the repository has a line break' });
  }
  const own = path.resolve(folder, gitDir);
  const shared = path.resolve(folder, common);
  return {
    root: path.resolve(root),
    linkedWorktree: own !== shared,
    submodule: /[\\/]\.git[\\/](?:worktrees[\\/][^\\/]+[\\/])?modules[\\/]/.test(shared),
    watch: [
      path.join(own, 'HEAD'),
      ...['config', 'packed-refs', 'refs', path.join('reftable', 'tables.list')].map(name => path.join(shared, name)),
    ],
  };
}
