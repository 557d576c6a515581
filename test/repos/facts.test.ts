import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { cleanup, makeRepo, runGit, temporaryFolder, testEnvironment } from '../support/repo.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
/** A branch name that is an option and a shell command at once. */
const HOSTILE = '--upload-pack=touch${IFS}canary;PAY-9';

async function facts(dir: string, wantedMain: string | null = null) {
  return (await git.open(dir)).facts(wantedMain, NO_KEY_RULES);
}

describe('facts of a repository', () => {
  afterEach(cleanup);

  it('reads an empty repository', async () => {
    const { dir } = makeRepo();
    const found = await facts(dir);
    assert.deepEqual(found.head, {
      kind: 'unborn',
      ref: 'refs/heads/main',
      facts: { kind: null, key: null, words: [] },
    });
    assert.equal(found.main, null);
    assert.equal(found.root, dir);
    const flags = [found.shallow, found.partialClone, found.linkedWorktree, found.submodule];
    assert.deepEqual(flags, [false, false, false, false]);
  });

  it('reads a branch, an unborn one beside commits, and a detached HEAD', async () => {
    const repo = makeRepo();
    const hash = repo.commit('first');
    repo.switchTo('feature/PAY-7-retry');
    const facts7 = { kind: 'feature', key: 'PAY-7', words: ['retry'] };
    assert.deepEqual((await facts(repo.dir)).head, {
      kind: 'branch',
      ref: 'refs/heads/feature/PAY-7-retry',
      hash,
      facts: facts7,
    });

    repo.git('symbolic-ref', 'HEAD', 'refs/heads/fix/PAY-8');
    const unborn = (await facts(repo.dir)).head;
    assert.equal(unborn.kind, 'unborn');

    repo.git('update-ref', '--no-deref', 'HEAD', hash);
    assert.deepEqual((await facts(repo.dir)).head, { kind: 'detached', hash });
  });

  it('says so when HEAD points nowhere', async () => {
    const repo = makeRepo();
    writeFileSync(path.join(repo.dir, '.git', 'HEAD'), `${'a'.repeat(40)}\n`);
    await assert.rejects(facts(repo.dir), ProblemError);
  });

  it('finds the main branch in the agreed order', async () => {
    const repo = makeRepo();
    const hash = repo.commit('first');
    repo.git('switch', '--quiet', '--create', 'work');
    repo.git('branch', '--quiet', '--delete', 'main');
    const main = async (wanted: string | null = null) => (await facts(repo.dir, wanted)).main;

    assert.deepEqual(await main(), { ref: 'refs/heads/work', hash, name: 'work', how: 'head' });
    repo.git('update-ref', 'refs/remotes/origin/master', hash);
    assert.deepEqual(await main(), { ref: 'refs/remotes/origin/master', hash, name: 'master', how: 'commonName' });
    repo.git('branch', 'develop');
    repo.git('branch', 'trunk');
    assert.deepEqual(await main(), { ref: 'refs/heads/trunk', hash, name: 'trunk', how: 'commonName' });
    repo.git('update-ref', 'refs/remotes/origin/release/next', hash);
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/next');
    const remoteNext = { ref: 'refs/remotes/origin/release/next', hash, name: 'release/next' };
    assert.deepEqual(await main(), { ...remoteNext, how: 'originHead' });

    for (const wanted of ['release/next', 'origin/release/next']) {
      assert.deepEqual(await main(wanted), { ...remoteNext, how: 'team' }, wanted);
    }
    repo.git('branch', 'release/next');
    assert.equal((await main('release/next'))?.ref, 'refs/heads/release/next');
    for (const wanted of ['absent', '--all', 'a b', '', '../x'])
      assert.equal((await main(wanted))?.how, 'originHead', wanted);
  });

  it('passes over an origin/HEAD that points nowhere, and knows no main on a detached HEAD alone', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone');
    assert.equal((await facts(repo.dir)).main?.ref, 'refs/heads/main');
    repo.git('switch', '--quiet', '--detach');
    repo.git('branch', '--quiet', '--delete', 'main');
    assert.equal((await facts(repo.dir)).main, null);
  });

  it('opens the whole repository from a folder below its root', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const below = path.join(repo.dir, 'packages', 'one');
    mkdirSync(below, { recursive: true });
    const opened = await git.open(below);
    assert.equal(opened.root, repo.dir);
    const pauses = ['rebase-merge', 'rebase-apply', 'BISECT_START'];
    const parts = ['HEAD', ...pauses, 'config', 'packed-refs', 'refs', path.join('reftable', 'tables.list')];
    assert.deepEqual(
      opened.watch,
      parts.map(name => path.join(repo.dir, '.git', name)),
    );
  });

  it('knows a linked work tree, with its own HEAD and the shared refs', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const linked = path.join(temporaryFolder(), 'linked');
    repo.git('worktree', 'add', '--quiet', '-b', 'PAY-3-linked', linked);
    const found = await facts(linked);
    assert.ok(found.linkedWorktree);
    assert.equal(found.root, linked);
    assert.equal(found.head.kind === 'branch' && found.head.facts.key, 'PAY-3');
    const { watch } = await git.open(linked);
    assert.equal(watch[0], path.join(repo.dir, '.git', 'worktrees', 'linked', 'HEAD'));
    assert.ok(watch.includes(path.join(repo.dir, '.git', 'packed-refs')));
    assert.equal((await facts(repo.dir)).linkedWorktree, false);
  });

  it('knows a submodule', async () => {
    const inner = makeRepo();
    inner.commit('first');
    const outer = makeRepo();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'inner');
    const found = await facts(path.join(outer.dir, 'inner'));
    assert.ok(found.submodule);
    assert.equal(found.linkedWorktree, false);
    assert.equal(found.root, path.join(outer.dir, 'inner'));
    assert.equal((await facts(outer.dir)).submodule, false);
  });

  it('knows shallow and partial clones', async () => {
    const repo = makeRepo();
    for (const message of ['one', 'two', 'three']) repo.commit(message, { files: { 'a.txt': message } });
    repo.git('config', 'uploadpack.allowFilter', 'true');
    const url = pathToFileURL(repo.dir).href;
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '2', url, 'shallow']);
    runGit(folder, ['clone', '--quiet', '--no-checkout', '--filter=blob:none', url, 'partial']);
    const shallow = await facts(path.join(folder, 'shallow'));
    assert.deepEqual([shallow.shallow, shallow.partialClone], [true, false]);
    assert.equal(shallow.main?.ref, 'refs/remotes/origin/main');
    const partial = await facts(path.join(folder, 'partial'));
    assert.deepEqual([partial.shallow, partial.partialClone], [false, true]);
  });

  it('reads anew on every call', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const opened = await git.open(repo.dir);
    assert.equal((await opened.facts(null, NO_KEY_RULES)).head.kind, 'branch');
    repo.git('switch', '--quiet', '--detach');
    assert.equal((await opened.facts(null, NO_KEY_RULES)).head.kind, 'detached');
  });

  it('takes hostile branch names for names', async () => {
    const repo = makeRepo();
    const hash = repo.commit('first');
    const ref = `refs/heads/${HOSTILE}`;
    repo.git('update-ref', ref, hash);
    repo.git('symbolic-ref', 'HEAD', ref);
    const opened = await git.open(repo.dir);
    const { head, main } = await opened.facts(HOSTILE, NO_KEY_RULES);
    assert.equal(head.kind === 'branch' && head.ref, ref);
    assert.deepEqual(main, { ref, hash, name: HOSTILE, how: 'team' });
    assert.deepEqual(await opened.branchTip(HOSTILE), { ref, hash });
    assert.deepEqual(await opened.commitsSince(main, ref, NO_KEY_RULES, 10), []);
    await opened.setBranchConfig(ref, 'outcomelens-ticket', 'PAY-9');
    assert.deepEqual(await opened.branchConfig(ref, 'outcomelens-ticket'), ['PAY-9']);
    assert.throws(() => readFileSync(path.join(repo.dir, 'canary')));
  });

  it('is not led astray by a config that git accepts', async () => {
    const repo = makeRepo();
    repo.commit('first');
    appendFileSync(path.join(repo.dir, '.git', 'config'), '[remote "x"]\n\tpromisor\n[color]\n\tui = always\n');
    const found = await facts(repo.dir);
    assert.ok(found.partialClone);
    assert.equal(found.main?.name, 'main');
  });
});
