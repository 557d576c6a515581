import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { COMMIT_FORMAT } from '../../src/git/commitParser.ts';
import { createGitClient } from '../../src/git/gitClient.ts';
import { readHistory } from '../../src/git/history.ts';
import type { MainBranch } from '../../src/model/branch.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, runGit, testEnvironment } from '../support/repo.ts';
import { SHARED_HISTORIES, sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';
import { makeLongHistory } from './historyMade.ts';

const ROUNDS = 7;
const LARGE: readonly SharedHistory[] = ['kafka', 'spring-boot', 'ha-frontend', 'wildfly'];
const MADE_COMMITS = 100_000;
const MEGABYTE = 1_048_576;

const client = createGitClient({ isTrusted: () => true, environment: testEnvironment() });

/**
 * Prints how long our reading of a history takes against plain `git log` of the same fields to nowhere: medians of rounds
 * in turn, so that both see the same load. Budget: 1.5 times. Our own processor time tells the two apart on a busy machine,
 * where git and this process cannot run side by side.
 */
export async function benchHistory(): Promise<void> {
  for (const name of LARGE) {
    const repository = await sharedHistory(name);
    if (repository === null) console.log(`history ${name}: skipped, ../shared/data is not there`);
    else await compare(name, repository, SHARED_HISTORIES[name]);
  }
  await compare(`made, ${MADE_COMMITS} commits`, await makeLongHistory(MADE_COMMITS), 'main');
  cleanup();
}

async function compare(label: string, repository: string, branch: string): Promise<void> {
  const ref = `refs/heads/${branch}`;
  const main: MainBranch = { ref, hash: runGit(repository, ['rev-parse', ref]), name: branch, how: 'head' };
  const plain: number[] = [];
  const ours: number[] = [];
  const processor: number[] = [];
  let commits = 0;
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await milliseconds(() => plainLog(repository, main.hash)));
    const before = process.cpuUsage();
    ours.push(
      await milliseconds(async () => {
        commits = await readHistory(client, repository, { main, rules: NO_KEY_RULES, since: null }, () => undefined);
      }),
    );
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const [git, us] = [median(plain), median(ours)];
  const memory = Math.round(process.memoryUsage().rss / MEGABYTE);
  const times = `git ${git.toFixed(0)} ms, ours ${us.toFixed(0)} ms (first ${(ours[0] ?? NaN).toFixed(0)}, processor ${median(processor).toFixed(0)})`;
  console.log(`history ${label}: ${commits} commits, ${times}, ratio ${(us / git).toFixed(2)}, ${memory} MB`);
}

async function plainLog(repository: string, hash: string): Promise<void> {
  const args = [
    '--no-replace-objects',
    '-c',
    'log.showSignature=false',
    'log',
    '-z',
    `--format=${COMMIT_FORMAT}`,
    hash,
  ];
  await once(spawn('git', args, { cwd: repository, env: testEnvironment(), stdio: 'ignore' }), 'close');
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
