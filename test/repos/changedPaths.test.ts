import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import { CancelledError } from '../../src/model/problem.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

async function pathsOf(
  repo: Pick<TestRepo, 'dir'>,
  ...commits: readonly string[]
): Promise<readonly [string, readonly string[]][]> {
  const found: [string, readonly string[]][] = [];
  await (await git.open(repo.dir)).changedPaths(commits, (commit, paths) => found.push([commit, paths]));
  return found;
}

describe('paths that commits changed', () => {
  afterEach(cleanup);

  it('are told commit by commit in the order asked, with renames as two, also where nothing changed', async () => {
    const repo = makeRepo();
    const first = repo.commit('first', { files: { 'a/x.ts': 'x', b: 'b' } });
    const empty = repo.commit('second');
    repo.git('mv', 'a/x.ts', 'a/y.ts');
    const move = repo.commit('third');
    assert.deepEqual(await pathsOf(repo, first, 'a'.repeat(40), empty, move), [
      [first, ['a/x.ts', 'b']],
      [empty, []],
      [move, ['a/x.ts', 'a/y.ts']],
    ]);
    assert.deepEqual(await pathsOf(repo), []);
  });

  it('are, for a merge, those that landed with it', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.switchTo('topic');
    repo.commit('work', { files: { a: 'a' } });
    repo.commit('more', { files: { b: 'b' } });
    repo.switchTo('main');
    repo.commit('main goes on', { files: { c: 'c' } });
    const merge = repo.merge('topic', 'Merge topic');
    assert.deepEqual(await pathsOf(repo, merge), [[merge, ['a', 'b']]]);
  });

  it('come whole, whatever is in them', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    const names = ['\na', `\x01${first}`, 'b\nc', 'd\te', 'größe/日本.ts', 'x\u202ey'];
    const commit = repo.commit('odd', { files: Object.fromEntries(names.map(name => [name, 'x'])) });
    const [[, paths] = [], next] = await pathsOf(repo, commit, first);
    assert.deepEqual([...(paths ?? [])].sort(), [...names].sort());
    assert.deepEqual(next, [first, []]);
  });

  it('are had in a partial clone without fetching', async () => {
    const repo = makeRepo();
    const commit = repo.commit('first', { files: { a: 'a', b: 'b' } });
    const clone = partialCloneOf(repo);
    assert.deepEqual(await pathsOf(clone.repo, commit), [[commit, ['a', 'b']]]);
    assert.deepEqual(clone.missing(), clone.missingAtFirst);
  });

  it('are not known at the edge of a shallow clone', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { a: 'a' } });
    const edge = repo.commit('second', { files: { b: 'b' } });
    const last = repo.commit('third', { files: { c: 'c' } });
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '2', pathToFileURL(repo.dir).href, 'shallow']);
    assert.deepEqual(await pathsOf(repoAt(path.join(folder, 'shallow')), edge, last), [[last, ['c']]]);
  });

  it('stop coming when it is cancelled', async () => {
    const repo = makeRepo();
    const commits = ['a', 'b'].map(name => repo.commit(name, { files: { [name]: name } }));
    const abort = new AbortController();
    const opened = await git.open(repo.dir);
    const reading = opened.changedPaths(commits, () => abort.abort(), abort.signal);
    await assert.rejects(reading, CancelledError);
  });
});
