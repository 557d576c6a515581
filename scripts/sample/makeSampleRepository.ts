import { mkdir, readdir } from 'node:fs/promises';
import { openFastImport } from './fastImport.ts';
import { git } from './git.ts';
import { HistoryWriter } from './historyWriter.ts';
import { landStory } from './land.ts';
import { planOpenBranch } from './plan/branch.ts';
import { planHistory } from './plan/plan.ts';
import { seededRandom } from './random.ts';
import { CURRENT_BRANCH, OPEN_BRANCHES, STORY } from './story/story.ts';
import { readTree } from './weave.ts';

const SEED = 20_240_607;

/**
 * Makes a real git repository of an invented team that looks after payments in a web shop: half a year of history, releases,
 * epic files and branches in flight, with a feature branch checked out. The same `now` (epoch seconds) makes the same
 * hashes. `targetDir` is created; when it exists it must be empty.
 */
export async function makeSampleRepository(targetDir: string, options: { now?: number } = {}): Promise<void> {
  const now = Math.floor(options.now ?? Date.now() / 1000);
  await mkdir(targetDir, { recursive: true });
  if ((await readdir(targetDir)).length > 0) throw new Error(`${targetDir} is not empty: choose a new folder`);
  await git(targetDir, 'init', '--quiet', '--initial-branch=main');
  await importHistory(targetDir, now);
  // A clone knows its main branch by these; there is no remote to fetch from.
  await git(targetDir, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  await git(targetDir, 'checkout', '--quiet', '--force', CURRENT_BRANCH.name);
}

async function importHistory(folder: string, now: number): Promise<void> {
  const random = seededRandom(SEED);
  const tree = readTree(now);
  const planned = planHistory(STORY, tree, now, random);
  const stream = openFastImport(folder);
  try {
    const writer = new HistoryWriter(stream, tree);
    const tip = await landStory(planned, writer, stream);
    for (const open of OPEN_BRANCHES) {
      const { mark } = writer.branch(planOpenBranch(open, now, random), open.name);
      stream.ref(`refs/heads/${open.name}`, mark);
    }
    stream.ref('refs/heads/main', tip);
    stream.ref('refs/remotes/origin/main', tip);
    await stream.finish();
  } catch (error) {
    stream.abort();
    throw error;
  }
}
