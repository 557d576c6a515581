import path from 'node:path';
import { createOutcomeLens } from '../../src/lens/outcomeLens.ts';
import { ports } from '../support/lensShop.ts';
import { cleanup, runGit, temporaryFolder } from '../support/repo.ts';
import { SHARED_HISTORIES, sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';

const LARGE: readonly SharedHistory[] = ['kafka', 'wildfly'];
const LINES = 16;

/**
 * Prints what the why of a line takes in an open repository against `git blame -L n,n` of that line, in turn, so that both
 * see the same load. Budget: 1.2 times git; a line that was asked before runs no git. `repositories` are paths of others,
 * with a work tree, to look at.
 */
export async function benchLineWhy(repositories: readonly string[]): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {};
  if (repositories.length === 0)
    for (const name of LARGE) {
      const repository = await sharedHistory(name);
      if (repository === null) console.log(`line ${name}: skipped, ../shared/data is not there`);
      else rows[name] = await measure(withWorkTree(repository, SHARED_HISTORIES[name]));
    }
  for (const repository of repositories) rows[path.basename(repository)] = await measure(path.resolve(repository));
  console.table(rows);
  cleanup();
}

function withWorkTree(repository: string, branch: string): string {
  const folder = path.join(temporaryFolder(), 'work');
  runGit(repository, ['clone', '--quiet', '--shared', '--branch', branch, repository, folder]);
  return folder;
}

async function measure(root: string) {
  const lens = await createOutcomeLens(ports).open(root);
  await lens.why();
  const files = runGit(root, ['ls-files', '-z']).split('\0');
  const chosen = Array.from({ length: LINES }, (_, n) => files[Math.floor(((n + 0.5) * files.length) / LINES)] ?? '');
  const [git, ours, again, ratios]: [number[], number[], number[], number[]] = [[], [], [], []];
  let withoutTicket = 0;
  for (const file of chosen) {
    const question = { path: file, line: 1, text: null };
    const blame = await timed(() => runGit(root, ['blame', '-s', '-l', '-L', '1,1', 'HEAD', '--', file]));
    const why = await timed(async () => {
      const answer = await lens.whyOfLine(question);
      if (answer.why.value?.ticket == null) withoutTicket++;
    });
    git.push(blame);
    ours.push(why);
    ratios.push(why / blame);
    again.push(await timed(() => lens.whyOfLine(question)));
  }
  return {
    'git blame ms': median(git).toFixed(1),
    'why ms': median(ours).toFixed(1),
    'median ratio': median(ratios).toFixed(2),
    'ratio of sums': (sum(ours) / sum(git)).toFixed(2),
    'asked again ms': median(again).toFixed(2),
    'lines without a ticket': `${withoutTicket} of ${LINES}`,
  };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
