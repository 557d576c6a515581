import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import type { ChangeWhy, LineWhy } from '../../src/model/changeWhy.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { editors, epic, FILE, gitDuring, open, write } from '../support/lensShop.ts';
import { cleanup, makeRepo, runGit, temporaryFolder, type TestRepo } from '../support/repo.ts';

const THREE = 'one\ntwo\nthree\n';

/** A file whose second line PAY-101 changed, on main. */
function lines(): TestRepo {
  const repo = makeRepo();
  repo.commit('PAY-7 begin', { files: { 'src/a.txt': THREE, [FILE]: epic('PAY-100', 'PAY-101') } });
  repo.commit('PAY-101: ask once, thanks to Ada (#12)', { files: { 'src/a.txt': 'one\ntwo, once\nthree\n' } });
  return repo;
}

const ask = (lens: RepositoryLens, line: number, text: string | null = null, file = 'src/a.txt') =>
  lens.whyOfLine({ path: file, line, text });

function changeOf(answer: LineWhy): ChangeWhy {
  assert.ok(answer.kind === 'committed' && answer.why.value !== null, answer.kind);
  return answer.why.value;
}

const problem = (code: string) => (error: unknown) => error instanceof ProblemError && error.problem.code === code;

describe('the why of a line', () => {
  afterEach(() => {
    cleanup();
    editors.clear();
  });

  it('leads from the change that the line came with to its outcome', async () => {
    const repo = lines();
    const answer = await ask(await open(repo), 2);
    const why = changeOf(answer);
    assert.equal(why.change.title, 'PAY-101: ask once');
    assert.equal(why.change.number, 12);
    assert.equal(why.change.hash, repo.git('rev-parse', 'HEAD'));
    assert.deepEqual(why.ticket, { key: 'PAY-101', source: 'subject', commits: 1 });
    assert.equal(why.epic?.epic?.outcome?.statement, 'Guests pay without an account.');
    assert.equal(why.landedBy, null);
    assert.ok(answer.kind === 'committed');
    assert.deepEqual(answer.why.reasons, ['ticket/subject', 'epic/listsTheTicket']);
    assert.equal(changeOf(await ask(await open(repo), 1)).ticket?.key, 'PAY-7');
  });

  it('asks git nothing for a line that was asked before, and again once HEAD moved', async () => {
    const repo = lines();
    const lens = await open(repo);
    await ask(lens, 2);
    assert.deepEqual(await gitDuring(() => ask(lens, 2)), []);
    // A line above that was not saved moves the line, and changes nothing of where it came from.
    assert.deepEqual(await gitDuring(() => ask(lens, 3, 'new\none\ntwo, once\nthree\n')), []);
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => ask(lens, 2)), []);
    repo.commit('PAY-8 again', { files: { 'src/a.txt': 'one\ntwo, again\nthree\n' } });
    lens.invalidate();
    assert.equal(changeOf(await ask(lens, 2)).ticket?.key, 'PAY-8');
  });

  it('follows lines through unsaved edits; what is new or changed is the branch’s', async () => {
    const repo = lines();
    repo.switchTo('feature/PAY-101-form');
    const lens = await open(repo);
    const text = 'new\none\ntwo, changed\nthree\n';
    assert.equal(changeOf(await ask(lens, 2, text)).ticket?.key, 'PAY-7');
    assert.equal(changeOf(await ask(lens, 4, text)).ticket?.key, 'PAY-7');
    for (const line of [1, 3]) {
      const answer = await ask(lens, line, text);
      assert.ok(answer.kind === 'uncommitted');
      assert.equal(answer.why.value?.ticket?.key, 'PAY-101');
    }
    writeFileSync(path.join(repo.dir, 'src/a.txt'), 'zero\none\n');
    assert.equal((await ask(lens, 1)).kind, 'uncommitted');
    editors.set('src/a.txt', 'one\n');
    assert.equal((await ask(lens, 1)).kind, 'committed');
  });

  it('takes line ends and a byte order mark for no change', async () => {
    const repo = makeRepo();
    repo.commit('PAY-1 x', {
      files: { 'dos.txt': 'one\r\ntwo\r\n', 'unix.txt': 'one\ntwo\n', 'bom.txt': '\ufeffone\n' },
    });
    const lens = await open(repo);
    assert.equal((await ask(lens, 2, 'one\ntwo\n', 'dos.txt')).kind, 'committed');
    assert.equal((await ask(lens, 1, 'one\r\ntwo\r\n', 'unix.txt')).kind, 'committed');
    assert.equal((await ask(lens, 1, 'one\n', 'bom.txt')).kind, 'committed');
    assert.equal((await ask(lens, 1, '\ufeffone\n', 'unix.txt')).kind, 'committed');
  });

  it('finds the change of a file that was renamed since', async () => {
    const repo = lines();
    repo.git('mv', 'src/a.txt', 'src/b.txt');
    repo.commit('PAY-9 rename');
    assert.equal(changeOf(await ask(await open(repo), 2, null, 'src/b.txt')).ticket?.key, 'PAY-101');
  });

  it('rejects what has no such line', async () => {
    const repo = lines();
    symlinkSync('a.txt', path.join(repo.dir, 'src', 'link.txt'));
    symlinkSync(temporaryFolder(), path.join(repo.dir, 'out'));
    repo.commit('links', { files: { 'dull.bin': 'a\0b\n' } });
    repo.git('add', '.');
    repo.commit('add links');
    const lens = await open(repo);
    for (const line of [0, 4, -1, 1.5, NaN])
      await assert.rejects(ask(lens, line), problem('line/not-found'), `${line}`);
    await assert.rejects(ask(lens, 1, '', 'src/a.txt'), problem('line/not-found'));
    await assert.rejects(ask(lens, 1, null, 'src/gone.txt'), problem('file/not-found'));
    await assert.rejects(ask(lens, 1, null, 'src'), problem('file/not-found'));
    await assert.rejects(ask(lens, 1, null, 'src/link.txt'), problem('file/not-found'));
    await assert.rejects(ask(lens, 1, null, 'dull.bin'), problem('file/binary'));
    await assert.rejects(ask(lens, 1, null, 'out/x'), problem('file/not-found'));
    for (const file of ['../x', '/etc/passwd', 'src/../../x', 'C:\\x', ''])
      await assert.rejects(ask(lens, 1, null, file), problem('file/outside-repository'), file);
    write(repo, 'huge.txt', 'x\n'.repeat(600_000));
    await assert.rejects(ask(lens, 1, null, 'huge.txt'), problem('file/too-large'));
    repo.git('add', 'huge.txt');
    repo.commit('huge');
    lens.invalidate();
    await assert.rejects(ask(lens, 1, 'x\n', 'huge.txt'), problem('file/too-large'));
  });

  it('knows a file of a submodule for another repository’s', async () => {
    const inner = makeRepo();
    inner.commit('PAY-3 inside', { files: { 'a.txt': THREE } });
    const repo = lines();
    runGit(repo.dir, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub']);
    repo.commit('PAY-1 add');
    const lens = await open(repo);
    await assert.rejects(ask(lens, 1, null, 'sub/a.txt'), problem('file/not-found'));
    await assert.rejects(ask(lens, 1, null, 'sub'), problem('file/not-found'));
  });

  it('takes paths of any spelling', async () => {
    const repo = makeRepo();
    const names = ['--output=x', '-L', 'a\nb.txt', '"q".txt', '*.txt', 'ä ö.txt'];
    repo.commit('PAY-5 odd', { files: Object.fromEntries(names.map(name => [name, THREE])) });
    const lens = await open(repo);
    for (const name of names) assert.equal(changeOf(await ask(lens, 3, null, name)).ticket?.key, 'PAY-5', name);
  });

  it('answers from the branch before there is a commit, and on a detached HEAD from the commit', async () => {
    const repo = makeRepo();
    write(repo, 'a.txt', THREE);
    const unborn = await ask(await open(repo), 1, null, 'a.txt');
    assert.ok(unborn.kind === 'uncommitted');
    assert.ok(unborn.why.missing.includes('branch/unborn'));
    const shop = lines();
    shop.git('switch', '--quiet', '--detach');
    const lens = await open(shop);
    assert.equal(changeOf(await ask(lens, 2)).ticket?.key, 'PAY-101');
    const own = await ask(lens, 2, 'one\nnew\n');
    assert.ok(own.kind === 'uncommitted' && own.why.missing.includes('branch/detached'));
  });

  it('looks through the commits of blame.ignoreRevsFile, and through nothing when the file is gone, broken or no file', async () => {
    const repo = lines();
    const format = repo.commit('PAY-9 format', { files: { 'src/a.txt': 'one\n  two, once\nthree\n' } });
    write(repo, 'ignored', `# formatting\n${format}\n`);
    write(repo, 'broken', `${format}\nnothing\n`);
    const keyWith = async (file: string) => {
      repo.git('config', 'blame.ignoreRevsFile', file);
      return changeOf(await ask(await open(repo), 2)).ticket?.key;
    };
    for (const setting of ['markIgnoredLines', 'markUnblamableLines', 'blankBoundary', 'showEmail'])
      repo.git('config', `blame.${setting}`, 'true');
    repo.git('config', 'blame.coloring', 'highlightRecent');
    assert.equal(await keyWith('ignored'), 'PAY-101');
    for (const file of ['gone', 'broken', 'src', '/dev/zero']) assert.equal(await keyWith(file), 'PAY-9', file);
  });

  it('takes nothing for the change at the edge of a shallow clone, but the commit itself when asked for it', async () => {
    const origin = lines();
    origin.commit('PAY-8 third', { files: { 'src/a.txt': 'one\ntwo, once\nthird\n' } });
    const dir = path.join(temporaryFolder(), 'clone');
    runGit(origin.dir, ['clone', '--quiet', '--depth', '2', `file://${origin.dir}`, dir]);
    const lens = await open({ ...origin, dir });
    const answer = await ask(lens, 2);
    assert.ok(answer.kind === 'committed');
    assert.deepEqual(answer.why.missing, ['change/boundary']);
    const { change, ticket } = changeOf(answer);
    assert.equal(ticket, null);
    assert.equal(changeOf(await ask(lens, 3)).ticket?.key, 'PAY-8');
    const edge = await lens.whyOfCommit(change.hash);
    assert.equal(edge.value?.ticket?.key, 'PAY-101');
  });
});
