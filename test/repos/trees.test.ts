import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { cleanup, makeRepo, testEnvironment } from '../support/repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const ODD_NAMES = [
  'with space.md',
  'new\nline.md',
  'tab\there.md',
  '*.md',
  ':(top)x.md',
  '--x.md',
  'ümlaut.md',
  '"quoted".md',
];

describe('files in the tree of a commit', () => {
  afterEach(cleanup);

  it('lists regular files below a folder and reads them', async () => {
    const repo = makeRepo();
    repo.git('config', 'core.symlinks', 'true');
    symlinkSync('/etc/passwd', path.join(repo.dir, 'link.md'));
    repo.git('add', 'link.md');
    const files = {
      'outcomes/PAY-1.md': 'one\r\n',
      'outcomes/deep/er/x.md': '\ufefftwo',
      'outcomes2/no.md': '',
      'empty.md': '',
    };
    const commit = repo.commit('files', { files });
    repo.commit('later', { files: { 'outcomes/PAY-1.md': 'changed' } });
    const opened = await git.open(repo.dir);

    assert.deepEqual(await opened.listTree(commit, 'outcomes'), ['outcomes/PAY-1.md', 'outcomes/deep/er/x.md']);
    assert.deepEqual(await opened.listTree(commit, 'outcomes/'), ['outcomes/PAY-1.md', 'outcomes/deep/er/x.md']);
    assert.equal((await opened.listTree(commit, '')).length, 4);
    for (const folder of ['absent', '../x', '/etc', 'empty.md', 'link.md', '*']) {
      assert.deepEqual(await opened.listTree(commit, folder), [], folder);
    }
    assert.equal(await opened.readTree(commit, 'outcomes/PAY-1.md'), 'one\r\n');
    assert.equal(await opened.readTree(commit, 'outcomes/deep/er/x.md'), '\ufefftwo');
    assert.equal(await opened.readTree(commit, 'empty.md'), '');
    for (const file of ['absent', 'outcomes', '../x', '/etc/passwd', 'link.md', '', 'empty.md/x']) {
      assert.equal(await opened.readTree(commit, file), null, file);
    }
    await assert.rejects(opened.readTree('HEAD', 'empty.md'), TypeError);
  });

  it('reads files with odd names', async () => {
    const repo = makeRepo();
    const commit = repo.commit('odd', { files: Object.fromEntries(ODD_NAMES.map(name => [`odd/${name}`, name])) });
    const opened = await git.open(repo.dir);
    const expected = ODD_NAMES.map(name => `odd/${name}`);
    assert.deepEqual([...(await opened.listTree(commit, 'odd'))].sort(), expected.sort());
    for (const name of ODD_NAMES) assert.equal(await opened.readTree(commit, `odd/${name}`), name);
  });

  it('reads nothing larger than 1 MB', async () => {
    const repo = makeRepo();
    const files = { 'fits.md': 'x'.repeat(1_048_576), 'large.md': 'x'.repeat(1_048_577) };
    const commit = repo.commit('large', { files });
    const opened = await git.open(repo.dir);
    assert.equal((await opened.readTree(commit, 'fits.md'))?.length, 1_048_576);
    assert.equal(await opened.readTree(commit, 'large.md'), null);
  });

  it('works from a folder below the root', async () => {
    const repo = makeRepo();
    const commit = repo.commit('files', { files: { 'outcomes/a.md': 'a', 'sub/b.md': 'b' } });
    const opened = await git.open(path.join(repo.dir, 'sub'));
    assert.deepEqual(await opened.listTree(commit, 'outcomes'), ['outcomes/a.md']);
    assert.equal(await opened.readTree(commit, 'outcomes/a.md'), 'a');
  });
});
