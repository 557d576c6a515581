import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RepositoryLens } from '../../src/lens/outcomeLens.ts';
import { createGit } from '../../src/git/openGit.ts';
import type { PathWhy } from '../../src/model/pathWhy.ts';
import { CancelledError, ProblemError } from '../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { editors, epic, FILE, gitDuring, open } from '../support/lensShop.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';

const LONG = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n');

/** Three changes of one file, one under its older name; two belong to an epic. */
function shop(): TestRepo {
  const repo = makeRepo();
  repo.commit('Begin', { files: { [FILE]: epic('PAY-100', 'PAY-101') } });
  repo.commit('PAY-101: guests, thanks to Ada (#4)', { files: { 'src/old.ts': LONG } });
  repo.git('mv', 'src/old.ts', 'src/guest.ts');
  repo.commit('PAY-9 rename', { files: { 'src/other.ts': 'x' } });
  repo.commit('PAY-100: ask once', { files: { 'src/guest.ts': `${LONG}\nonce` } });
  repo.commit('Tidy', { files: { 'src/guest.ts': `${LONG}\nonce\n` } });
  return repo;
}

async function why(lens: RepositoryLens, file: string): Promise<PathWhy> {
  const { value } = await lens.whyOfPath(file);
  assert.ok(value !== null);
  return value;
}

const counts = ({ changes, outcomes, withoutEpic, withoutTicket }: PathWhy) => ({
  changes,
  outcomes: outcomes.map(({ epic: { epic: found }, tickets, changes: own }) => [found?.key, tickets, own]),
  withoutEpic: withoutEpic.map(({ ticket, changes: own }) => [ticket, own]),
  withoutTicket: withoutTicket.changes,
});
const isProblem = (code: string) => (error: unknown) => error instanceof ProblemError && error.problem.code === code;

describe('the why of a file or folder', () => {
  afterEach(() => {
    cleanup();
    editors.clear();
  });

  it('groups a file’s changes by epic, over its renames, and shows those that lead to none', async () => {
    const repo = shop();
    const lens = await open(repo);
    const found = await why(lens, 'src/guest.ts');
    assert.equal(found.kind, 'file');
    assert.deepEqual(counts(found), {
      changes: 4,
      outcomes: [['PAY-100', ['PAY-100', 'PAY-101'], 2]],
      withoutEpic: [['PAY-9', 1]],
      withoutTicket: 1,
    });
    const [shaped] = found.outcomes;
    assert.ok(shaped !== undefined && found.last !== null);
    assert.deepEqual([shaped.first, shaped.last < found.last], [found.first, true]);
    assert.equal(found.cut, false);
    assert.deepEqual((await lens.whyOfPath('src/guest.ts')).missing, []);
  });

  it('does so for a folder, as it is called now, and for everything', async () => {
    const lens = await open(shop());
    const folder = await why(lens, 'src/');
    assert.deepEqual([folder.path, folder.kind, folder.changes], ['src', 'folder', 4]);
    assert.equal((await why(lens, '')).changes, 5);
    assert.equal((await why(lens, './src')).changes, 4);
  });

  it('lists the commits of one group, newest first, by titles that name nobody', async () => {
    const repo = shop();
    const lens = await open(repo);
    const ofEpic = await lens.pathChanges('src/guest.ts', { of: 'epic', file: FILE });
    assert.deepEqual(
      ofEpic.changes.map(({ title, number }) => [title, number]),
      [
        ['PAY-100: ask once', null],
        ['PAY-101: guests', 4],
      ],
    );
    const loose = await lens.pathChanges('src/guest.ts', { of: 'nothing' });
    assert.deepEqual(
      loose.changes.map(({ hash }) => hash),
      [repo.git('rev-parse', 'HEAD')],
    );
    const ticket = await lens.pathChanges('src/guest.ts', { of: 'ticket', ticket: 'PAY-9' });
    assert.deepEqual(
      ticket.changes.map(({ title }) => title),
      ['PAY-9 rename'],
    );
  });

  it('counts a change once, merges never, and a branch that was merged', async () => {
    const repo = shop();
    repo.switchTo('topic');
    repo.commit('PAY-101 more', { files: { 'src/guest.ts': `${LONG}\nmore` } });
    repo.switchTo('main');
    repo.commit('elsewhere', { files: { 'docs/a.md': 'a' } });
    repo.merge('topic', 'Merge PAY-101');
    assert.equal((await why(await open(repo), 'src/guest.ts')).changes, 5);
  });

  it('takes every name as it is', async () => {
    const repo = makeRepo();
    const names = ['-x', '*.ts', '[a].ts', ':(glob)b', 'a"b', "it's.ts", 'new\nline.ts', 'ü.ts', '--output=x'];
    for (const name of names) repo.commit(`add ${names.indexOf(name)}`, { files: { [`src/${name}`]: name } });
    repo.commit('plain', { files: { 'src/a.ts': 'a', '-top': 'x', '*': 'y' } });
    const lens = await open(repo);
    for (const name of names) assert.equal((await why(lens, `src/${name}`)).changes, 1, name);
    assert.equal((await why(lens, '-top')).changes, 1);
    assert.equal((await why(lens, '*')).changes, 1);
  });

  it('says that nothing of that name is committed, or that the path leads out', async () => {
    const lens = await open(shop());
    await assert.rejects(why(lens, 'src/none.ts'), isProblem('path/not-found'));
    await assert.rejects(why(lens, 'src/old.ts'), isProblem('path/not-found'));
    await assert.rejects(why(lens, 'src/*.ts'), isProblem('path/not-found'));
    await assert.rejects(why(lens, '../x'), isProblem('file/outside-repository'));
    await assert.rejects(why(lens, '/etc/passwd'), isProblem('file/outside-repository'));
    await assert.rejects(why(await open(makeRepo()), ''), isProblem('path/not-found'));
  });

  it('says that it is cut: at its limit', async () => {
    const repo = shop();
    const port = await createGit({ isTrusted: () => true, environment: testEnvironment() }).open(repo.dir);
    const read = async (limit: number) => {
      const titles: string[] = [];
      const request = { tip: repo.git('rev-parse', 'HEAD'), path: 'src/guest.ts', main: 'main', rules: NO_KEY_RULES };
      const reading = await port.pathChanges({ ...request, limit }, batch => titles.push(...batch.map(c => c.hash)));
      return [titles.length, reading?.cut];
    };
    assert.deepEqual(await read(2), [2, true]);
    assert.deepEqual(await read(4), [4, false]);
  });

  it('says that it is cut: in a shallow clone, whose last commit only seems to have made everything', async () => {
    const repo = shop();
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth=2', pathToFileURL(repo.dir).href, 'shallow']);
    const lens = await open(repoAt(path.join(folder, 'shallow')));
    const found = await why(lens, 'src/guest.ts');
    assert.deepEqual([found.changes, found.cut], [1, true]);
    assert.deepEqual((await lens.whyOfPath('src/guest.ts')).missing, ['changes/cut', 'outcomes/none']);
    const edge = repo.git('rev-parse', 'HEAD~1');
    await assert.rejects(lens.changedFiles(edge), isProblem('commit/no-parent'));
  });

  it('fetches nothing in a partial clone, where it knows the file by its present name only', async () => {
    const { repo, missing, missingAtFirst } = partialCloneOf(shop());
    const lens = await open(repo);
    assert.equal((await why(lens, 'src/guest.ts')).changes, 3);
    await lens.changedFiles(repo.git('rev-parse', 'HEAD~2'));
    assert.deepEqual(missing(), missingAtFirst);
  });

  it('asks git nothing twice, also when epic files change, and again once HEAD moved', async () => {
    const repo = shop();
    const lens = await open(repo);
    await why(lens, 'src/guest.ts');
    assert.deepEqual(await gitDuring(() => why(lens, 'src/guest.ts')), []);
    lens.invalidate('files');
    assert.deepEqual(await gitDuring(() => why(lens, 'src/guest.ts')), []);
    repo.commit('PAY-101 again', { files: { 'src/guest.ts': LONG } });
    lens.invalidate();
    assert.equal((await why(lens, 'src/guest.ts')).changes, 5);
  });

  it('stops when nobody waits any more', async () => {
    const lens = await open(shop());
    const stop = new AbortController();
    const asked = lens.whyOfPath('src', stop.signal);
    stop.abort();
    await assert.rejects(asked, CancelledError);
    assert.equal((await why(lens, 'src')).changes, 4);
  });
});

describe('the commits of an outcome', () => {
  afterEach(() => {
    cleanup();
    editors.clear();
  });

  it('are those that name the epic or one of its tickets, on main and here, newest first', async () => {
    const repo = shop();
    repo.switchTo('spike');
    repo.commit('PAY-101 here');
    repo.commit('PAY-1010 is another');
    const { epic: file, changes, cut } = await (await open(repo)).commitsOf('pay-100');
    assert.equal(file.path, FILE);
    assert.deepEqual(
      changes.map(({ title }) => title),
      ['PAY-101 here', 'PAY-100: ask once', 'PAY-101: guests'],
    );
    assert.equal(cut, false);
  });

  it('are all of the branch that is about it, each once; a merge only where its commits do not tell', async () => {
    const repo = shop();
    repo.switchTo('quiet');
    repo.commit('no key');
    repo.switchTo('loud');
    repo.commit('PAY-101 key');
    repo.switchTo('main');
    repo.commit('elsewhere');
    repo.merge('quiet', "Merge branch 'feature/PAY-101-quiet'");
    repo.merge('loud', "Merge branch 'feature/PAY-101-loud'");
    repo.switchTo('feature/PAY-101-form');
    repo.commit('words only');
    repo.commit('PAY-101 and key');
    const { changes } = await (await open(repo)).commitsOf('PAY-100');
    const titles = changes.map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 4), ['PAY-101 and key', 'words only', 'Merge branch', 'PAY-101 key']);
    assert.equal(titles.length, 6);
  });

  it('are asked for an epic that is there', async () => {
    await assert.rejects((await open(shop())).commitsOf('PAY-7'), isProblem('epic/not-found'));
  });

  it('open with what each changed', async () => {
    const repo = shop();
    const lens = await open(repo);
    const at = (name: string) => repo.git('rev-parse', name);
    assert.deepEqual(await lens.changedFiles(at('HEAD~2')), [
      { path: 'src/guest.ts', removed: false, before: { commit: at('HEAD~3'), path: 'src/old.ts' } },
      { path: 'src/other.ts', removed: false, before: null },
    ]);
    assert.deepEqual(await lens.changedFiles(at('HEAD~4')), [{ path: FILE, removed: false, before: null }]);
    repo.git('rm', '--quiet', 'src/other.ts');
    repo.commit('gone', { files: { 'a\nb\t\u0001.ts': LONG } });
    assert.deepEqual(await lens.changedFiles(at('HEAD')), [
      { path: 'a\nb\t\u0001.ts', removed: false, before: null },
      { path: 'src/other.ts', removed: true, before: { commit: at('HEAD~1'), path: 'src/other.ts' } },
    ]);
    assert.equal(await lens.fileAt(at('HEAD~1'), 'src/other.ts'), 'x');
    assert.equal(await lens.fileAt(at('HEAD'), 'src/other.ts'), null);
    await assert.rejects(lens.changedFiles('HEAD'), TypeError);
  });
});
