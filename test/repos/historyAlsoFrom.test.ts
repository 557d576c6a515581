import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import type { Commit } from '../../src/model/commit.ts';
import { ADA, cleanup, makeRepo, runGit, testEnvironment, type TestRepo } from '../support/repo.ts';
import { historyRequest } from '../support/repoHistory.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const START = 1_600_000_000;
const MINUTE = 60;

interface Line {
  readonly branch: string;
  /** When its commits landed. */
  readonly times: readonly number[];
  readonly from?: string;
}

/** Makes all lines in one process. Returns their tips. */
function makeLines(repo: TestRepo, lines: readonly Line[]): readonly string[] {
  const stream = lines.flatMap(({ branch, times, from }) =>
    times.map((time, index) => {
      const who = `${ADA.name} <${ADA.email}> ${time} +0000`;
      const base = index === 0 && from !== undefined ? `from ${from}\n` : '';
      return `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\ndata 4\nwork\n${base}`;
    }),
  );
  runGit(repo.dir, ['fast-import', '--quiet'], {}, stream.join('\n'));
  return repo.git('rev-parse', ...lines.map(({ branch }) => `refs/heads/${branch}`)).split('\n');
}

function minutes(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => START + (from + index) * MINUTE);
}

async function historyOf(
  repo: TestRepo,
  alsoFrom: readonly string[],
  since: number | null = null,
): Promise<readonly Commit[]> {
  const opened = await git.open(repo.dir);
  const commits: Commit[] = [];
  await opened.history({ ...(await historyRequest(opened, since)), alsoFrom }, batch => commits.push(...batch));
  return commits;
}

describe('the history of main and of other lines', () => {
  afterEach(cleanup);

  it('holds each commit once, newest first, of hundreds of lines', async () => {
    const repo = makeRepo();
    const [main = ''] = makeLines(repo, [{ branch: 'main', times: minutes(0, 10) }]);
    const lines = Array.from({ length: 300 }, (_, index) => ({
      branch: `v${index}`,
      times: minutes(10 + index * 2, 2),
      from: main,
    }));
    const tips = makeLines(repo, [...lines, { branch: 'topic', times: minutes(900, 5), from: main }]).slice(0, -1);
    const commits = await historyOf(repo, [...tips, main, ...tips]);
    assert.equal(commits.length, 610);
    assert.equal(new Set(commits.map(commit => commit.hash)).size, 610);
    const landed = commits.map(commit => commit.landed);
    assert.deepEqual(
      landed,
      [...landed].sort((a, b) => b - a),
    );
  });

  it('ends soon after `since`, and after the newer commits of every line', async () => {
    const repo = makeRepo();
    makeLines(repo, [{ branch: 'main', times: minutes(0, 3200) }]);
    const from = repo.git('rev-parse', 'main~1210');
    const tips = makeLines(repo, [{ branch: 'v1', times: minutes(2000, 450), from }]);
    const since = START + 2400 * MINUTE;
    const commits = await historyOf(repo, tips, since);
    assert.equal(commits.filter(commit => commit.landed >= since).length, 800 + 50);
    assert.ok(commits.length < 3500, String(commits.length));
  });

  it('is not cut short by old lines when a commit of main has a wrong, old date', async () => {
    const repo = makeRepo();
    const times = minutes(10_000, 100);
    times[50] = START - 1_000_000;
    const [, old = ''] = makeLines(repo, [
      { branch: 'main', times },
      { branch: 'v1', times: minutes(0, 2100) },
    ]);
    const commits = await historyOf(repo, [old], times[0]);
    const within = commits.filter(commit => commit.landed >= (times[0] ?? 0)).length;
    assert.equal(within, 99);
  });

  it('takes full hashes only', async () => {
    const repo = makeRepo();
    repo.commit('first');
    for (const name of ['--all', 'HEAD', 'main', '^main']) await assert.rejects(historyOf(repo, [name]), TypeError);
  });
});
