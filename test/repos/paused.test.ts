import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createOutcomeLens, type RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { branchHow } from '../../src/wording/why.ts';
import { epic, FILE, ports } from '../support/lensShop.ts';
import { cleanup, makeRepo, temporaryFolder, type TestRepo } from '../support/repo.ts';

const BRANCH = 'feature/PAY-101-form';

/** Two commits of the branch, of which the second and main's last change the same line. */
function shop(): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { [FILE]: epic('PAY-100', 'PAY-101'), 'form.txt': 'a\n' } });
  repo.switchTo(BRANCH);
  repo.commit('PAY-101 one', { files: { 'one.txt': 'one\n' } });
  repo.commit('PAY-101 two', { files: { 'form.txt': 'b\n' } });
  repo.switchTo('main');
  repo.commit('Another form', { files: { 'form.txt': 'c\n' } });
  repo.switchTo(BRANCH);
  return repo;
}

/** git stops and fails where it cannot go on by itself. */
function stops(repo: TestRepo, ...args: readonly string[]): void {
  assert.throws(() => repo.git('-c', 'core.editor=true', ...args));
}

const open = (dir: string): Promise<RepositoryLens> => createOutcomeLens(ports).open(dir);

async function why(dir: string) {
  const { value, missing } = await (await open(dir)).why();
  assert.ok(value);
  return { ...value, missing, how: branchHow(value.branch) };
}

async function head(dir: string) {
  return (await (await ports.git.open(dir)).facts(null, NO_KEY_RULES)).head;
}

describe('a branch that a rebase or a bisect has left', () => {
  afterEach(cleanup);

  for (const [backend, ...args] of [
    ['merge', '--merge'],
    ['apply', '--apply'],
    ['interactive', '-i'],
  ] as const)
    it(`is the one to answer about while a rebase stops (${backend})`, async () => {
      const repo = shop();
      const before = await why(repo.dir);
      const tip = repo.git('rev-parse', 'HEAD');
      stops(repo, 'rebase', ...args, 'main');
      const paused = await head(repo.dir);
      assert.deepEqual(paused, {
        kind: 'paused',
        during: 'rebase',
        ref: `refs/heads/${BRANCH}`,
        hash: repo.git('rev-parse', 'HEAD'),
        tip,
        facts: { kind: 'feature', key: 'PAY-101', words: ['form'] },
      });
      assert.notEqual(paused.hash, tip);

      const during = await why(repo.dir);
      assert.equal(during.branch.during, 'rebase');
      assert.equal(during.how, `rebase in progress: the branch being rebased; ${before.how}`);
      assert.deepEqual(
        [during.branch.state, during.branch.label, during.branch.commits, during.ticket, during.epic?.path],
        ['branch', 'feature/PAY-101-form', 2, before.ticket, FILE],
      );
      assert.deepEqual(during.missing, before.missing);

      repo.git('rebase', '--abort');
      assert.deepEqual((await why(repo.dir)).branch, before.branch);
    });

  it('takes a pin during a rebase, and keeps it', async () => {
    const repo = shop();
    stops(repo, 'rebase', 'main');
    const lens = await open(repo.dir);
    await lens.pin('PAY-100');
    assert.equal((await lens.why()).value?.ticket?.source, 'pin');
    repo.git('rebase', '--abort');
    assert.equal((await why(repo.dir)).ticket?.source, 'pin');
  });

  it('stays left when the rebase is quit', async () => {
    const repo = shop();
    stops(repo, 'rebase', 'main');
    repo.git('rebase', '--quit');
    assert.equal((await head(repo.dir)).kind, 'detached');
    assert.deepEqual((await why(repo.dir)).missing, ['branch/detached']);
  });

  it('is told to be main where main is rebased', async () => {
    const repo = shop();
    repo.switchTo('main');
    stops(repo, 'rebase', BRANCH);
    const { branch, missing, how } = await why(repo.dir);
    assert.deepEqual([branch.state, branch.label, branch.during], ['main', 'main', 'rebase']);
    assert.deepEqual(missing, ['branch/isMain']);
    assert.equal(how, 'rebase in progress: the branch being rebased; the main branch (main, by its name)');
  });

  it('is its own in each work tree', async () => {
    const repo = shop();
    repo.switchTo('main');
    const linked = path.join(temporaryFolder(), 'linked');
    repo.git('worktree', 'add', '--quiet', linked, BRANCH);
    assert.throws(() => repo.git('-C', linked, 'rebase', 'main'));
    assert.equal((await head(linked)).kind, 'paused');
    assert.equal((await head(repo.dir)).kind, 'branch');
  });

  it('is the one that a bisect began on', async () => {
    const repo = shop();
    repo.git('bisect', 'start', 'HEAD', 'HEAD~2');
    const { branch, ticket, how } = await why(repo.dir);
    assert.deepEqual([branch.during, branch.commits, ticket?.key], ['bisect', 2, 'PAY-101']);
    assert.match(how, /^bisect in progress: the branch it began on; 2 commits/);
    repo.git('bisect', 'reset');
    assert.equal((await why(repo.dir)).branch.during, null);
    // Begun on no branch, it comes back to none.
    repo.git('checkout', '--quiet', '--detach');
    repo.git('bisect', 'start', 'HEAD', 'HEAD~2');
    assert.equal((await head(repo.dir)).kind, 'detached');
  });

  it('is none where the note names no branch, or is no note', async () => {
    const repo = shop();
    repo.git('checkout', '--quiet', '--detach');
    const note = path.join(repo.dir, '.git', 'rebase-merge', 'head-name');
    mkdirSync(path.dirname(note));
    for (const text of [
      'detached HEAD\n',
      'refs/heads/--x..y\n',
      'refs/heads/gone\n',
      'refs/tags/v1\n',
      'x'.repeat(5000),
    ]) {
      writeFileSync(note, text);
      assert.equal((await head(repo.dir)).kind, 'detached', text.slice(0, 40));
    }
    rmSync(note);
    if (process.platform !== 'win32') execFileSync('mkfifo', [note]);
    assert.equal((await head(repo.dir)).kind, 'detached', 'a pipe');
  });
});
