import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { cleanup, makeRepo, testEnvironment } from '../support/repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const NAMES = ['main', 'feature/a.b', '--add', 'alias', 'core.pager-x', "it's", 'x"y', 'a]b', '$(touch)', 'ümlaut#1'];

describe('the config of a branch', () => {
  afterEach(cleanup);

  it('is set, added to, read and unset, for branches of any name', async () => {
    const repo = makeRepo();
    const opened = await git.open(repo.dir);
    for (const name of NAMES) {
      const ref = `refs/heads/${name}`;
      await opened.setBranchConfig(ref, 'outcomelens-ticket', 'PAY-1');
      await opened.setBranchConfig(ref, 'outcomelens-ticket', 'PAY-2');
      await opened.addBranchConfig(ref, 'outcomelens-ignore', 'PAY-3');
      await opened.addBranchConfig(ref, 'outcomelens-ignore', '#4');
    }
    for (const name of NAMES) {
      const ref = `refs/heads/${name}`;
      assert.deepEqual(await opened.branchConfig(ref, 'outcomelens-ticket'), ['PAY-2'], name);
      assert.deepEqual(await opened.branchConfig(ref, 'outcomelens-ignore'), ['PAY-3', '#4'], name);
      assert.equal(repo.git('config', '--local', `branch.${name}.outcomelens-ticket`), 'PAY-2', name);
      await opened.unsetBranchConfig(ref, 'outcomelens-ignore');
      await opened.unsetBranchConfig(ref, 'outcomelens-ignore');
      assert.deepEqual(await opened.branchConfig(ref, 'outcomelens-ignore'), [], name);
    }
  });

  it('reads the associations that other tools keep', async () => {
    const repo = makeRepo();
    repo.git('config', 'branch.topic.github-pr-owner-number', 'acme#shop#42');
    repo.git('config', 'branch.topic.gk-associated-issues', '[{"id":"1"}]');
    const opened = await git.open(repo.dir);
    assert.deepEqual(await opened.branchConfig('refs/heads/topic', 'github-pr-owner-number'), ['acme#shop#42']);
    assert.deepEqual(await opened.branchConfig('refs/heads/topic', 'gk-associated-issues'), ['[{"id":"1"}]']);
    assert.deepEqual(await opened.branchConfig('refs/heads/Topic', 'gk-associated-issues'), []);
  });

  it('takes keys only: of tickets, or plain ids of epics', async () => {
    const repo = makeRepo();
    const opened = await git.open(repo.dir);
    for (const value of ['', '-x', 'PAY-1\nx', '!sh', 'a b']) {
      await assert.rejects(opened.setBranchConfig('refs/heads/main', 'outcomelens-ticket', value), (error: unknown) => {
        return error instanceof ProblemError && error.problem.code === 'ticket/invalid-key';
      });
    }
    await opened.setBranchConfig('refs/heads/main', 'outcomelens-ticket', 'guest-checkout');
    assert.deepEqual(await opened.branchConfig('refs/heads/main', 'outcomelens-ticket'), ['guest-checkout']);
    await assert.rejects(opened.branchConfig('refs/tags/v1', 'outcomelens-ticket'), TypeError);
    await assert.rejects(opened.setBranchConfig('refs/heads/.*', 'outcomelens-ticket', 'PAY-1'), TypeError);
  });
});
