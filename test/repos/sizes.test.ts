import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import { CancelledError } from '../../src/model/problem.ts';
import type { ItemSize } from '../../src/model/work.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';
import { SHARED_HISTORIES, sharedHistory } from '../support/sharedHistories.ts';
import { wrapGit } from '../support/repoWrapper.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

async function sizesOf(
  repo: Pick<TestRepo, 'dir'>,
  ...commits: readonly string[]
): Promise<readonly (ItemSize | undefined)[]> {
  const sizes = await (await git.open(repo.dir)).sizes(commits);
  return commits.map(commit => sizes.get(commit));
}

function numbered(count: number, word = 'line'): string {
  return Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');
}

describe('sizes of commits', () => {
  afterEach(cleanup);

  it('count added and deleted lines, of a first commit too', async () => {
    const repo = makeRepo();
    const root = repo.commit('first', { files: { a: 'one\ntwo\n', b: 'three\n' } });
    const change = repo.commit('second', { files: { a: 'one\nTWO\nthree\n' } });
    const empty = repo.commit('third');
    assert.deepEqual(await sizesOf(repo, root, change, empty), [
      { files: 2, lines: 3 },
      { files: 1, lines: 3 },
      { files: 0, lines: 0 },
    ]);
  });

  it('are, for a merge, what landed: its difference from the first parent', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { a: 'a\n' } });
    for (const name of ['one', 'two']) {
      repo.git('switch', '--quiet', '--create', name, 'main');
      repo.commit(name, { files: { [name]: numbered(3) } });
      repo.commit(`more ${name}`, { files: { [name]: numbered(5) } });
    }
    repo.switchTo('main');
    repo.commit('main goes on', { files: { a: numbered(40) } });
    const merge = repo.merge('one', 'Merge one');
    const octopus = makeRepo();
    octopus.commit('first');
    for (const name of ['x', 'y']) {
      octopus.git('switch', '--quiet', '--create', name, 'main');
      octopus.commit(name, { files: { [name]: 'x\n' } });
    }
    octopus.switchTo('main');
    octopus.commit('main goes on', { files: { a: 'a\n' } });
    assert.deepEqual(await sizesOf(repo, merge), [{ files: 1, lines: 5 }]);
    assert.deepEqual(await sizesOf(octopus, octopus.merge(['x', 'y'], 'Merge both')), [{ files: 2, lines: 2 }]);
  });

  it('take a rename for one file with the lines that differ, and a binary for a file without lines', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'old name.txt': numbered(30) } });
    repo.git('mv', 'old name.txt', 'new\tname.txt');
    const rename = repo.commit('move', { files: { 'new\tname.txt': `${numbered(30)}more\n` } });
    const binary = repo.commit('picture', { files: { 'a.bin': '\0\x01\x02', 'b.txt': 'b\n' } });
    assert.deepEqual(await sizesOf(repo, rename, binary), [
      { files: 1, lines: 1 },
      { files: 2, lines: 1 },
    ]);
  });

  it('leave the lines of generated files out, but not the files', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { '.gitattributes': 'api/** linguist-generated\n' } });
    const files = {
      'package-lock.json': numbered(50),
      'dist/app.min.js': numbered(50),
      'vendor/lib.c': numbered(50),
      'test/__snapshots__/a.snap': numbered(50),
      'api/client.ts': numbered(50),
      'src/a.ts': numbered(2),
      'data/large.csv': numbered(20_001),
      'data/small.csv': numbered(20_000),
    };
    const commit = repo.commit('second', { files });
    assert.deepEqual(await sizesOf(repo, commit), [{ files: 8, lines: 20_002 }]);
  });

  it('come from names with line breaks, tabs, the record mark and other scripts', async () => {
    const repo = makeRepo();
    const names = ['a\nb', 'c\td', '\x01e', ' ', '日本\u202e', '1\t1\tx', '"q"'];
    const commit = repo.commit('odd', { files: Object.fromEntries(names.map(name => [name, 'x\n'])) });
    assert.deepEqual(await sizesOf(repo, commit), [{ files: names.length, lines: names.length }]);
  });

  it('do not depend on the repository’s settings', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { a: numbered(30) } });
    repo.git('mv', 'a', 'b');
    const commit = repo.commit('move');
    const settings = ['diff.renames=false', 'log.showRoot=false', 'log.diffMerges=separate', 'diff.orderFile=/absent'];
    for (const setting of [...settings, 'color.ui=always', 'diff.relative=true', 'diff.noprefix=true'])
      repo.git('config', ...(setting.split('=') as [string, string]));
    const root = repo.git('rev-list', '--max-parents=0', 'HEAD');
    assert.deepEqual(await sizesOf(repo, commit, root), [
      { files: 1, lines: 0 },
      { files: 1, lines: 30 },
    ]);
  });

  it('are there for commits that are here, each once', async () => {
    const repo = makeRepo();
    const opened = await git.open(repo.dir);
    assert.equal((await opened.sizes([])).size, 0);
    assert.equal((await opened.sizes(['a'.repeat(40)])).size, 0);
    const commit = repo.commit('first', { files: { a: 'a\n' } });
    const sizes = await opened.sizes([commit, 'a'.repeat(40), commit]);
    assert.deepEqual([...sizes], [[commit, { files: 1, lines: 1 }]]);
    await assert.rejects(opened.sizes(['--all']), TypeError);
  });

  it('have files but no lines in a partial clone, and nothing is fetched', async () => {
    const repo = makeRepo();
    const first = repo.commit('first', { files: { a: 'a\n', b: 'b\n' } });
    repo.git('mv', 'a', 'c');
    const move = repo.commit('move');
    const clone = partialCloneOf(repo);
    assert.deepEqual(await sizesOf(clone.repo, first, move), [
      { files: 2, lines: null },
      { files: 2, lines: null },
    ]);
    assert.deepEqual(clone.missing(), clone.missingAtFirst);
  });

  it('are not known at the edge of a shallow clone', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { a: numbered(100) } });
    const edge = repo.commit('second', { files: { b: 'b\n' } });
    const last = repo.commit('third', { files: { c: 'c\n' } });
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '2', pathToFileURL(repo.dir).href, 'shallow']);
    const sizes = await sizesOf(repoAt(path.join(folder, 'shallow')), edge, last);
    assert.deepEqual(sizes, [undefined, { files: 1, lines: 1 }]);
  });

  it('are read by one process, which stops when it is cancelled', async () => {
    const repo = makeRepo();
    const commits = [1, 2, 3].map(index => repo.commit('work', { files: { a: numbered(index) } }));
    const abort = new AbortController();
    const wrapper = wrapGit('case "$*" in *--numstat*) echo counts >> "$LOG";; esac; exec git "$@"');
    const environment = testEnvironment();
    const wrapped = createGit({ isTrusted: () => true, environment, gitPath: wrapper.path });
    const opened = await wrapped.open(repo.dir);
    assert.equal((await opened.sizes(commits)).size, 3);
    assert.deepEqual(wrapper.lines(), ['counts']);
    abort.abort();
    await assert.rejects(opened.sizes(commits, abort.signal), CancelledError);
  });

  it('are those of plain git for a public project’s newest changes', async function () {
    this.timeout(60_000);
    const bare = await sharedHistory('wildfly-small');
    if (bare === null) {
      console.log('      wildfly-small: skipped, ../shared/data is not there');
      this.skip();
    }
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--no-checkout', '--shared', bare, 'work']);
    const work = repoAt(path.join(folder, 'work'));
    const branch = `origin/${SHARED_HISTORIES['wildfly-small']}`;
    const commits = work.git('rev-list', '--first-parent', '-n100', branch).split('\n');
    const sizes = await sizesOf(work, ...commits);
    const plain = commits.map(commit => {
      const isRoot = work.git('rev-list', '--parents', '-n1', commit) === commit;
      const range = isRoot ? ['--root', commit] : [`${commit}^1`, commit];
      return work
        .git('diff-tree', '-r', '-M', '--no-commit-id', '--name-only', ...range)
        .split('\n')
        .filter(Boolean).length;
    });
    assert.deepEqual(
      sizes.map(size => size?.files),
      plain,
    );
  });
});
