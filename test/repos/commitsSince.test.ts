import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, makeRepo, testEnvironment } from '../support/repo.ts';
import { historyRequest } from '../support/repoHistory.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

describe('commits of a branch since main', () => {
  afterEach(cleanup);

  it('are those that main lacks, newest first, bounded', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.switchTo('PAY-5-topic');
    const mine = ['one', 'two', 'three'].map(word => repo.commit(`PAY-5 ${word}`)).reverse();
    repo.switchTo('main');
    repo.commit('main goes on');
    const opened = await git.open(repo.dir);
    const { main } = await historyRequest(opened);
    const since = async (tip: string, limit: number) => {
      const commits = await opened.commitsSince(main, tip, NO_KEY_RULES, limit);
      return commits.map(commit => commit.hash);
    };
    assert.deepEqual(await since('refs/heads/PAY-5-topic', 10), mine);
    assert.deepEqual(await since(mine[0]!, 2), mine.slice(0, 2));
    assert.deepEqual(await since(main.hash, 10), []);
    await assert.rejects(since('--all', 10), TypeError);
    await assert.rejects(since('refs/heads/absent', 10), ProblemError);
  });

  it('reads the commits of a detached HEAD', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.git('switch', '--quiet', '--detach');
    const hash = repo.commit('PAY-6 detached');
    const opened = await git.open(repo.dir);
    const { main } = await historyRequest(opened);
    const [commit] = await opened.commitsSince(main, hash, NO_KEY_RULES, 10);
    assert.deepEqual(commit?.facts.titleKeys, ['PAY-6']);
  });
});
