import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { ProblemError } from '../../src/model/problem.ts';
import { cleanup, makeRepo, testEnvironment, type TestRepo } from '../support/repo.ts';
import { historyRequest } from '../support/repoHistory.ts';
import { wrapGit } from '../support/repoWrapper.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });
const open = ({ dir }: TestRepo): Promise<RepositoryPort> => git.open(dir);

function write(repo: TestRepo, file: string, text: string): void {
  writeFileSync(path.join(repo.dir, file), text);
}

describe('what gates ask of git', () => {
  afterEach(cleanup);

  it('tells tracked paths from others, whatever they are called', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'docs/a.md': 'a', '-x': 'x', '*.md': 'b' } });
    write(repo, 'docs/new.md', 'new');
    const opened = await open(repo);
    const asked = ['docs/a.md', '-x', '*.md', 'docs/new.md', 'docs/gone.md', 'docs'];
    assert.deepEqual([...(await opened.tracked(asked))], ['docs/a.md', '-x', '*.md']);
    assert.deepEqual([...(await opened.tracked([]))], []);
  });

  it('finds a text in tracked files as they are saved, outside the folder that is left out', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'src/a.ts': 'x // FIXME(PAY-1)\n', 'outcomes/PAY-1.md': 'FIXME(PAY-2)\n' } });
    write(repo, 'untracked.ts', 'FIXME(PAY-3)');
    const opened = await open(repo);
    const held = async (...texts: readonly string[]) => [...(await opened.heldTexts(texts, 'outcomes'))];
    assert.deepEqual(await held('FIXME(PAY-1)', 'FIXME(PAY-2)', 'FIXME(PAY-3)', '.*'), ['FIXME(PAY-1)']);
    assert.deepEqual(await held('FIXME(PAY-2)'), []);
    assert.deepEqual(await held(), []);
    write(repo, 'src/a.ts', 'x\n');
    assert.deepEqual(await held('FIXME(PAY-1)'), [], 'before it is committed');
    await assert.rejects(held('a\nb'), TypeError);
  });

  it('finds several texts at once, also two that overlap, whatever the files are called', async () => {
    const repo = makeRepo();
    repo.commit('first', {
      files: { 'a.ts': 'x\nabcde\n', 'b/c\nd.ts': 'later: two\n', 'outcomes/e\nf.md': 'hidden\n' },
    });
    const opened = await open(repo);
    const held = await opened.heldTexts(['abc', 'cde', 'two', 'hidden', 'gone'], 'outcomes');
    assert.deepEqual([...held].sort(), ['abc', 'cde', 'two']);
  });

  it('finds texts in a file of one long line, beside one that the line has everywhere', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'dist/app.min.js': `${'common;'.repeat(750_000)}rare;` } });
    const held = await (await open(repo)).heldTexts(['common', 'rare', 'gone'], 'outcomes');
    assert.deepEqual([...held].sort(), ['common', 'rare']);
  });

  it('asks for any number of texts, paths and words without a command line that Windows would not take', async () => {
    const repo = makeRepo();
    const far = `docs/${'far/'.repeat(200)}a.md`;
    const held = 'y'.repeat(1_500);
    const first = repo.commit('GH-1 first', { files: { [far]: 'a', 'docs/b.md': `x ${held} z` } });
    const second = repo.commit('PAY-2 second');
    const wrapper = wrapGit('echo "$*" | wc -c >> "$LOG"; exec git "$@"');
    const gitPath = wrapper.path;
    const opened = await createGit({ isTrusted: () => true, environment: testEnvironment(), gitPath }).open(repo.dir);
    const texts = Array.from({ length: 200 }, (_, at) => `${at} ${'x'.repeat(1_500)}`);
    assert.deepEqual([...(await opened.heldTexts([...texts, held], 'outcomes'))], [held]);
    const paths = Array.from({ length: 100 }, (_, at) => `docs/${'far/'.repeat(200)}${at}.md`);
    assert.deepEqual([...(await opened.tracked(['docs/b.md', ...paths, far]))], ['docs/b.md', far]);
    const { main, rules } = await historyRequest(opened);
    const words = ['GH-1', ...Array.from({ length: 1_500 }, (_, at) => `SHOP-${at}-${'x'.repeat(40)}`), 'PAY-2'];
    const mentions = async (limit: number) =>
      (await opened.mentions({ main, rules, tips: [main.hash], words, limit })).map(({ hash }) => hash);
    assert.deepEqual(await mentions(10), [second, first]);
    assert.deepEqual(await mentions(1), [second]);
    const longest = Math.max(...wrapper.lines().map(Number));
    assert.ok(longest > 20_000 && longest < 32_000, `${longest}`);
  });

  it('says so when the system cannot start git with so long an argument', async () => {
    const repo = makeRepo();
    const first = repo.commit('first', { files: { 'a.md': 'a' } });
    const opened = await open(repo);
    const long = 'x'.repeat(4_000_000);
    const isFailed = (error: unknown) => error instanceof ProblemError && error.problem.code === 'git/failed';
    await assert.rejects(opened.changedBetween(first, first, long), isFailed);
    await assert.rejects(
      opened.fileVersions({ tip: first, folder: long }),
      (error: unknown) => isFailed(error) && !(error as Error).message.includes('xxx'),
    );
  });

  it('finds the commits that mention a key, of several tips, case ignored', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const named = repo.commit('pay-1: add x');
    repo.switchTo('topic');
    const body = repo.commit('work\n\nCloses: PAY-2');
    repo.commit('PAY-30');
    const opened = await open(repo);
    const { main, rules } = await historyRequest(opened);
    const tip = repo.git('rev-parse', 'topic');
    const find = async (words: readonly string[], limit = 10) => {
      const found = await opened.mentions({ main, rules, tips: [main.hash, tip], words, limit });
      return found.map(({ hash }) => hash);
    };
    assert.deepEqual(await find(['PAY-1', 'PAY-2']), [body, named]);
    assert.deepEqual(await find(['PAY-1', 'PAY-2'], 1), [body]);
    assert.deepEqual(await find([]), []);
  });

  it('tells the commit of each line, through renames to names that look like an answer', async () => {
    const repo = makeRepo();
    const first = repo.commit('first', { files: { 'a 1) b.md': 'one\ntwo\nthree\n' } });
    const second = repo.commit('second', { files: { 'a 1) b.md': 'one\nTWO\nthree\n' } });
    repo.git('mv', 'a 1) b.md', 'c.md');
    const third = repo.commit('third', { files: { 'd.md': 'd' } });
    const origins = await (
      await open(repo)
    ).lineOrigins({ commit: third, path: 'c.md', lines: [3, 2, 2], ignoring: [] });
    assert.deepEqual(
      [...origins],
      [
        [2, second],
        [3, first],
      ],
    );
    assert.deepEqual(
      [...(await (await open(repo)).lineOrigins({ commit: third, path: 'c.md', lines: [], ignoring: [] }))],
      [],
    );
    await assert.rejects((await open(repo)).lineOrigins({ commit: third, path: 'gone.md', lines: [1], ignoring: [] }));
  });

  it('asks for no more lines at once than a command line on Windows holds', async () => {
    const repo = makeRepo();
    const lines = Array.from({ length: 3000 }, (_, at) => `line ${at}`);
    const first = repo.commit('first', { files: { 'c.md': lines.join('\n') } });
    const second = repo.commit('second', { files: { 'c.md': lines.with(2998, 'CHANGED').join('\n') } });
    const wrapper = wrapGit('echo "$*" >> "$LOG"; exec git "$@"');
    const gitPath = wrapper.path;
    const opened = await createGit({ isTrusted: () => true, environment: testEnvironment(), gitPath }).open(repo.dir);
    const asked = lines.map((_, at) => at + 1);
    const origins = await opened.lineOrigins({ commit: second, path: 'c.md', lines: asked, ignoring: [] });
    assert.deepEqual([...origins.keys()], asked);
    assert.deepEqual(
      [...origins].filter(([, commit]) => commit !== first),
      [[2999, second]],
    );
    const blames = wrapper.lines().filter(call => call.includes(' blame '));
    assert.ok(blames.length > 1 && blames.every(call => call.length < 32_000), `${blames.length} blames`);
  });

  it('tells whether a path changed between two commits, also by a merge', async () => {
    const repo = makeRepo();
    const first = repo.commit('first', { files: { 'docs/a.md': 'a', 'docs/b.md': 'b' } });
    repo.switchTo('topic');
    repo.commit('change', { files: { 'docs/a.md': 'A' } });
    repo.switchTo('main');
    const before = repo.commit('other', { files: { x: 'x' } });
    repo.merge('topic', 'Merge topic');
    const tip = repo.git('rev-parse', 'HEAD');
    const opened = await open(repo);
    const changed = (since: string, path_: string) => opened.changedBetween(since, tip, path_);
    assert.deepEqual(
      [
        await changed(first, 'docs/a.md'),
        await changed(before, 'docs/a.md'),
        await changed(first, 'docs'),
        await changed(first, 'docs/b.md'),
        await changed(tip, 'docs/a.md'),
      ],
      [true, true, true, false, false],
    );
  });
});
