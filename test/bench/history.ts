import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { COMMIT_FORMAT } from '../../src/git/commitParser.ts';
import { cleanup, runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';
import { SHARED_HISTORIES, sharedHistory, type SharedHistory } from '../support/sharedHistories.ts';
import { makeLongHistory } from './historyMade.ts';
import { createIndexRunner, type IndexRunner, type IndexTimes } from './indexTask.ts';

const LARGE: readonly SharedHistory[] = ['kafka', 'spring-boot', 'ha-frontend', 'wildfly'];
const MADE = [100_000, 1_000_000];
const ROUNDS = 3;
/** Histories from this size on are read once only. */
const LONG = 500_000;
/** New commits of a pull. */
const NEW = 100;
const MEGABYTE = 1_048_576;

/**
 * Prints what reading a whole history into the index takes against plain `git log` of the same fields to nowhere, in turn,
 * so that both see the same load. Budgets: cold 1.5 times git; from disk 300 ms, after 100 new commits in memory 50 ms, both
 * for 100,000 commits; 250 MB for 1,000,000. `repositories` are paths of others to look at.
 */
export async function benchHistory(repositories: readonly string[]): Promise<void> {
  const run = await createIndexRunner();
  const rows: Record<string, Record<string, string | number>> = {};
  const measured = async (label: string, repository: string, branch: string) => {
    rows[label] = await measure(run, repository, branch);
    console.log(`history ${label}: ${JSON.stringify(rows[label])}`);
  };
  if (repositories.length === 0) {
    for (const name of LARGE) {
      const repository = await sharedHistory(name);
      if (repository === null) console.log(`history ${name}: skipped, ../shared/data is not there`);
      else await measured(name, repository, SHARED_HISTORIES[name]);
    }
    for (const commits of MADE) await measured(`made, ${commits} commits`, await makeLongHistory(commits), 'main');
  }
  for (const repository of repositories) await measured(path.basename(repository), path.resolve(repository), 'HEAD');
  console.table(rows);
  cleanup();
}

async function measure(run: IndexRunner, repository: string, branch: string) {
  const tip = runGit(repository, ['rev-parse', branch]);
  const before = someCommitsBefore(repository, tip);
  const rounds = Number(runGit(repository, ['rev-list', '--count', tip])) < LONG ? ROUNDS : 1;
  const git: Awaited<ReturnType<typeof plainLog>>[] = [];
  const cold: IndexTimes[] = [];
  let store = '';
  for (let round = 0; round < rounds; round++) {
    store = temporaryFolder();
    git.push(await plainLog(repository, [before]));
    cold.push(await run({ repository, store, questions: [{ tip: before, since: null }], save: true }));
  }
  const gitNew: number[] = [];
  const warm: IndexTimes[] = [];
  const fromDisk: IndexTimes[] = [];
  // A question about another day makes the graph anew, from what is in memory.
  const later = [
    { tip: before, since: null },
    { tip: before, since: 0 },
    { tip, since: 0 },
  ];
  for (let round = 0; round < rounds; round++) {
    gitNew.push((await plainLog(repository, [tip, `^${before}`])).wall);
    warm.push(await run({ repository, store, questions: later, save: false }));
    fromDisk.push(await run({ repository, store, questions: [{ tip, since: null }], save: false }));
  }
  const gitWall = median(git.map(({ wall }) => wall));
  const ours = median(cold.map(({ milliseconds }) => milliseconds[0] ?? NaN));
  const at = (question: number) => rounded(median(warm.map(({ milliseconds }) => milliseconds[question] ?? NaN)));
  const memory = (of: (times: IndexTimes) => number) => Math.round(median(cold.map(of)));
  return {
    commits: cold[0]?.commits ?? 0,
    'git log ms': rounded(gitWall),
    'cold ms': rounded(ours),
    ratio: (ours / gitWall).toFixed(2),
    'processor ms (git)': `${memory(({ processor }) => processor)} (${Math.round(median(git.map(({ processor }) => processor)))})`,
    'disk ms': at(0),
    'warm ms': at(1),
    [`git +${NEW} ms`]: rounded(median(gitNew)),
    [`+${NEW} in memory ms`]: at(2),
    [`+${NEW} from disk ms`]: rounded(median(fromDisk.map(({ milliseconds }) => milliseconds[0] ?? NaN))),
    'save ms': memory(({ saving }) => saving),
    'file MB': megabytes(fileBytes(store)),
    'rss MB (idle)': `${memory(({ kilobytes }) => kilobytes.peak / 1024)} (${memory(({ kilobytes }) => kilobytes.idle / 1024)})`,
    'rss saving MB': memory(({ kilobytes }) => kilobytes.peakWithSaving / 1024),
    'heap MB': memory(({ bytes }) => bytes.heap / MEGABYTE),
    'arrays MB': memory(({ bytes }) => bytes.buffers / MEGABYTE),
  };
}

/** The newest commit on the first-parent line that lacks at least `NEW` of the tip's. */
function someCommitsBefore(repository: string, tip: string): string {
  const line = runGit(repository, ['rev-list', '--first-parent', `--max-count=${NEW + 1}`, tip]).split('\n');
  const found = line.find(hash => Number(runGit(repository, ['rev-list', '--count', `${hash}..${tip}`])) >= NEW);
  return found ?? tip;
}

/** Milliseconds on the clock and of the processor. The shell tells the second, which Node does not know of a child. */
async function plainLog(
  repository: string,
  revisions: readonly string[],
): Promise<{ wall: number; processor: number }> {
  const settings = ['--no-replace-objects', '-c', 'log.showSignature=false'];
  const args = ['git', ...settings, 'log', '-z', `--format=${COMMIT_FORMAT}`, ...revisions];
  const script = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null';
  const start = performance.now();
  const { stderr } = await promisify(execFile)('bash', ['-c', script, 'bash', ...args], {
    cwd: repository,
    env: testEnvironment(),
  });
  const wall = performance.now() - start;
  const [user = NaN, system = NaN] = stderr.trim().split(' ').map(Number);
  return { wall, processor: (user + system) * 1000 };
}

function fileBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toFixed(milliseconds < 100 ? 1 : 0));
}

function megabytes(bytes: number): number {
  return Number((bytes / MEGABYTE).toFixed(1));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
