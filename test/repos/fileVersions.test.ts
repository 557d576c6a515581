import assert from 'node:assert/strict';
import { unlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import type { FileVersions } from '../../src/model/ports/gitPort.ts';
import { CancelledError } from '../../src/model/problem.ts';
import {
  BEN,
  cleanup,
  makeRepo,
  repoAt,
  runGit,
  temporaryFolder,
  testEnvironment,
  type TestRepo,
} from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const FILE = 'outcomes/PAY-1.md';
const DAY = 86_400;
const BEGIN = 20_000 * DAY;
/** Epoch seconds of the story's n-th day. */
const day = (n: number) => BEGIN + n * DAY;
/** Long enough for a changed file to be known as the same one. */
const BODY = 'Guests pay without an account, and come back because it was easy.\n'.repeat(4);
const text = (stage: string) => `stage: ${stage}\n${BODY}`;

async function versionsIn(repo: Pick<TestRepo, 'dir' | 'git'>, file = FILE): Promise<FileVersions | null | undefined> {
  const opened = await git.open(repo.dir);
  const found = await opened.fileVersions({ tip: repo.git('rev-parse', 'HEAD'), folder: 'outcomes' });
  return found === null ? null : found.get(file);
}

/** What the file said, newest first, and on which day. */
async function story(repo: Pick<TestRepo, 'dir' | 'git'>, file = FILE): Promise<readonly string[] | undefined> {
  const found = await versionsIn(repo, file);
  return found?.versions.map(
    ({ written, text: said }) => `${/stage: (.*)/.exec(said)?.[1] ?? said} ${(written - BEGIN) / DAY}`,
  );
}

function write(repo: TestRepo, on: number, stage: string, file = FILE): void {
  repo.commit(stage, { at: day(on), files: { [file]: text(stage) } });
}

describe('versions of files', () => {
  afterEach(cleanup);

  it('are told newest first, with the day of each and the whole text', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery');
    repo.commit('elsewhere', { at: day(2), files: { 'src/a.ts': 'x' } });
    write(repo, 3, 'build');
    assert.deepEqual(await versionsIn(repo), {
      versions: [
        { written: day(3), path: FILE, text: text('build') },
        { written: day(1), path: FILE, text: text('discovery') },
      ],
      cut: false,
    });
    assert.equal(await versionsIn(repo, 'src/a.ts'), undefined);
  });

  it('are followed over a new name, also with a changed text', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery', 'outcomes/old.md');
    repo.git('mv', 'outcomes/old.md', FILE);
    repo.commit('move', { at: day(2) });
    repo.git('mv', FILE, 'outcomes/newer.md');
    write(repo, 3, 'build', 'outcomes/newer.md');
    assert.deepEqual(await story(repo, 'outcomes/newer.md'), ['build 3', 'discovery 2', 'discovery 1']);
    assert.equal(await story(repo, 'outcomes/old.md'), undefined);
  });

  it('are followed into the folder that they came out of, and on from there', async () => {
    const repo = makeRepo();
    repo.commit('begin', { at: day(0), files: { 'README.md': 'x' } });
    write(repo, 1, 'discovery', 'docs/old.md');
    write(repo, 2, 'build', 'docs/old.md');
    repo.git('mv', 'docs/old.md', 'docs/PAY-1.md');
    repo.commit('name', { at: day(3) });
    write(repo, 3, 'discovery', 'docs/PAY-2.md');
    repo.git('mv', 'docs', 'outcomes');
    repo.commit('move', { at: day(4) });
    write(repo, 5, 'qa');
    write(repo, 6, 'discovery', 'outcomes/PAY-3.md');
    assert.deepEqual(await story(repo), ['qa 5', 'build 4', 'build 3', 'build 2', 'discovery 1']);
    assert.deepEqual(await story(repo, 'outcomes/PAY-2.md'), ['discovery 4', 'discovery 3']);
    assert.deepEqual(await story(repo, 'outcomes/PAY-3.md'), ['discovery 6']);
    for (const file of [FILE, 'outcomes/PAY-2.md', 'outcomes/PAY-3.md'])
      assert.equal((await versionsIn(repo, file))?.cut, false, file);
    assert.deepEqual(
      (await versionsIn(repo))?.versions.map(({ path: name }) => name),
      [FILE, FILE, 'docs/PAY-1.md', 'docs/old.md', 'docs/old.md'],
    );
  });

  it('are followed out of the top folder, and over several moves with a changed text', async () => {
    const repo = makeRepo();
    repo.commit('begin', { at: day(0), files: { 'README.md': 'x' } });
    write(repo, 1, 'discovery', 'PAY-1.md');
    repo.git('rm', '--quiet', '--cached', 'PAY-1.md');
    unlinkSync(path.join(repo.dir, 'PAY-1.md'));
    write(repo, 2, 'build', 'plans/PAY-1.md');
    repo.git('mv', 'plans', 'outcomes');
    repo.commit('move', { at: day(3) });
    assert.deepEqual(await story(repo), ['build 3', 'build 2', 'discovery 1']);
    assert.equal((await versionsIn(repo))?.cut, false);
  });

  it('say that there is more where a file was moved more often than it is followed', async () => {
    const repo = makeRepo();
    repo.commit('begin', { at: day(0), files: { 'README.md': 'x' } });
    write(repo, 1, 'discovery', 'a/PAY-1.md');
    for (const [at, [from, to]] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'outcomes'],
    ].entries() as IterableIterator<[number, [string, string]]>) {
      repo.git('mv', from, to);
      repo.commit('move', { at: day(at + 2) });
    }
    assert.equal((await versionsIn(repo))?.cut, true);
    assert.deepEqual(await story(repo), ['discovery 5', 'discovery 4', 'discovery 3', 'discovery 2']);
  });

  it('keep their days when a branch is rebased', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery');
    repo.switchTo('topic');
    write(repo, 2, 'build');
    repo.switchTo('main');
    repo.commit('meanwhile', { at: day(5), files: { 'src/a.ts': 'x' } });
    repo.switchTo('topic');
    runGit(repo.dir, ['rebase', '--quiet', 'main'], { GIT_COMMITTER_DATE: `${day(6)} +0000` });
    assert.deepEqual(await story(repo), ['build 2', 'discovery 1']);
  });

  it('come, after a merge, from the side that the text was taken from', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery');
    write(repo, 1, 'discovery', 'outcomes/other.md');
    repo.switchTo('topic');
    write(repo, 2, 'build', 'outcomes/other.md');
    repo.switchTo('main');
    write(repo, 3, 'build');
    repo.switchTo('topic');
    repo.merge('main', 'Merge main', { at: day(9) });
    assert.deepEqual(await story(repo), ['build 3', 'discovery 1']);
    assert.deepEqual(await story(repo, 'outcomes/other.md'), ['build 2', 'discovery 1']);
  });

  it('count what a merge made of two texts', async () => {
    const repo = makeRepo();
    repo.commit('first', { at: day(1), files: { [FILE]: `stage: build\n${BODY}\nend\n` } });
    repo.switchTo('topic');
    repo.commit('tick', { at: day(2), files: { [FILE]: `stage: build\n${BODY}\nthe end\n` } });
    repo.switchTo('main');
    repo.commit('move', { at: day(3), files: { [FILE]: `stage: qa\n${BODY}\nend\n` } });
    repo.switchTo('topic');
    repo.merge('main', 'Merge main', { at: day(4) });
    assert.deepEqual(await story(repo), ['qa 4', 'build 2', 'build 1']);
  });

  it('tell a text that came back from the first time that it was there', async () => {
    const repo = makeRepo();
    for (const [at, stage] of ['build', 'qa', 'build'].entries()) write(repo, at + 1, stage);
    assert.deepEqual(await story(repo), ['build 3', 'qa 2', 'build 1']);
  });

  it('say in a shallow clone that the oldest may be older', async () => {
    const repo = makeRepo();
    for (const [at, stage] of ['discovery', 'build', 'qa'].entries()) write(repo, at + 1, stage);
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth=2', pathToFileURL(repo.dir).href, 'shallow']);
    const clone = repoAt(path.join(folder, 'shallow'));
    assert.deepEqual(await story(clone), ['qa 3', 'build 2']);
    assert.equal((await versionsIn(clone))?.cut, true);
    write(clone, 4, 'discovery', 'outcomes/PAY-2.md');
    assert.equal((await versionsIn(clone, 'outcomes/PAY-2.md'))?.cut, false);
  });

  it('are not known in a partial clone, and nothing is fetched for them', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery');
    const clone = partialCloneOf(repo);
    assert.equal(await versionsIn(clone.repo), null);
    assert.deepEqual(clone.missing(), clone.missingAtFirst);
  });

  it('pass over a text that is too large, and say that there is more', async () => {
    const repo = makeRepo();
    repo.commit('huge', { at: day(1), files: { [FILE]: 'x'.repeat(1_100_000) } });
    write(repo, 2, 'build');
    assert.deepEqual(await story(repo), ['build 2']);
    assert.equal((await versionsIn(repo))?.cut, true);
  });

  it('are read whatever the settings and names of a repository say, and tell nobody’s name', async () => {
    const repo = makeRepo();
    for (const [name, value] of Object.entries({
      'log.follow': 'true',
      'log.showRoot': 'false',
      'diff.renames': 'false',
    }))
      repo.git('config', name, value);
    const odd = 'outcomes/\x01a\nb ü.md';
    repo.commit('odd', { at: day(1), author: BEN, files: { [odd]: text('discovery') } });
    write(repo, 2, 'build', odd);
    assert.deepEqual(await story(repo, odd), ['build 2', 'discovery 1']);
    assert.doesNotMatch(JSON.stringify(await versionsIn(repo, odd)), /Ben|ben@/);
  });

  it('are none where there is no folder', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'src/a.ts': 'x' } });
    assert.equal(await versionsIn(repo), undefined);
  });

  it('stop when they are not wanted any more', async () => {
    const repo = makeRepo();
    write(repo, 1, 'discovery');
    const opened = await git.open(repo.dir);
    const request = { tip: repo.git('rev-parse', 'HEAD'), folder: 'outcomes' };
    await assert.rejects(opened.fileVersions(request, AbortSignal.abort()), CancelledError);
  });
});
