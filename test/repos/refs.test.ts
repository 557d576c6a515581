import assert from 'node:assert/strict';
import { createGit } from '../../src/git/openGit.ts';
import { cleanup, makeRepo, testEnvironment } from '../support/repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

describe('branches, commits and tags by name', () => {
  afterEach(cleanup);

  it('finds branches by their short names', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    const second = repo.commit('second');
    repo.git('branch', 'topic', first);
    repo.git('update-ref', 'refs/remotes/origin/topic', second);
    repo.git('update-ref', 'refs/remotes/origin/only-there', second);
    const opened = await git.open(repo.dir);
    assert.deepEqual(await opened.branchTip('topic'), { ref: 'refs/heads/topic', hash: first });
    assert.deepEqual(await opened.branchTip('origin/topic'), { ref: 'refs/remotes/origin/topic', hash: second });
    assert.deepEqual(await opened.branchTip('only-there'), { ref: 'refs/remotes/origin/only-there', hash: second });
    for (const name of ['absent', '', 'to', 'topic^', 'a b', '--all'])
      assert.equal(await opened.branchTip(name), null, name);
  });

  it('knows which hashes are commits', async () => {
    const repo = makeRepo();
    const hash = repo.commit('first', { files: { 'a.txt': 'a' } });
    const other = repo.commit('second');
    const opened = await git.open(repo.dir);
    const yes = [hash, hash.slice(0, 7), hash.slice(0, 12).toUpperCase()];
    assert.deepEqual([...(await opened.knownCommits(yes))], yes);
    repo.git('tag', other.slice(0, 8), hash);
    const no = [
      'a'.repeat(40),
      hash.slice(0, 6),
      'HEAD',
      'main',
      '',
      '--all',
      repo.git('rev-parse', 'HEAD^{tree}'),
      other.slice(0, 8),
    ];
    assert.deepEqual([...(await opened.knownCommits(no))], []);
    assert.deepEqual([...(await opened.knownCommits([...no, hash]))], [hash]);
  });

  it('lists tags', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const opened = await git.open(repo.dir);
    assert.deepEqual(await opened.tags(), []);
    repo.tag('v1.0');
    repo.git('tag', '-a', '-m', 'note', 'release/2');
    assert.deepEqual(await opened.tags(), ['release/2', 'v1.0']);
  });
});
