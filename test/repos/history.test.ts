import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { CancelledError, ProblemError } from '../../src/model/problem.ts';
import {
  ADA,
  cleanup,
  makeRepo,
  repoAt,
  runGit,
  temporaryFolder,
  testEnvironment,
  type TestRepo,
} from '../support/repo.ts';
import { wrapGit } from '../support/repoWrapper.ts';
import { historyRequest, readWholeHistory } from '../support/repoHistory.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

/** A straight history made in one process: commit `n` landed at `times[n]`. */
function fastHistory(repo: TestRepo, times: readonly number[]): void {
  const stream = times.map((time, index) => {
    const message = `PAY-${index + 1} step`;
    const who = `${ADA.name} <${ADA.email}> ${time} +0000`;
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`;
  });
  runGit(repo.dir, ['fast-import', '--quiet'], {}, stream.join('\n'));
}

describe('the history of the main branch', () => {
  afterEach(cleanup);

  it('carries hashes, parents, both times and what messages refer to', async () => {
    const repo = makeRepo();
    const first = repo.commit('PAY-1 first\n\nCloses: #7', { at: 100_000_000, landed: 200_000_000 });
    repo.switchTo('feature/PAY-2-cache');
    const side = repo.commit('PAY-2 side', { at: 100_000_100, landed: 200_000_100 });
    repo.switchTo('main');
    const message = "Merge branch 'feature/PAY-2-cache'";
    const merge = repo.merge('feature/PAY-2-cache', message, { at: 100_000_200, landed: 200_000_200 });
    const commits = await readWholeHistory(repo);
    assert.deepEqual(
      commits.map(({ hash, parents, written, landed }) => ({ hash, parents, written, landed })),
      [
        { hash: merge, parents: [first, side], written: 100_000_200, landed: 200_000_200 },
        { hash: side, parents: [first], written: 100_000_100, landed: 200_000_100 },
        { hash: first, parents: [], written: 100_000_000, landed: 200_000_000 },
      ],
    );
    assert.equal(commits[0]?.facts.merge?.branch?.key, 'PAY-2');
    assert.deepEqual(commits[1]?.facts.titleKeys, ['PAY-2']);
    assert.deepEqual(commits[2]?.facts.closes, ['#7']);
  });

  it('reads octopus merges and histories with two roots', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    const sides = ['one', 'two', 'three'].map(name => {
      repo.git('switch', '--quiet', '--create', name, first);
      return repo.commit(name, { files: { [name]: name } });
    });
    repo.switchTo('main');
    repo.commit('main goes on');
    const octopus = repo.merge(['one', 'two', 'three'], 'Merge three');
    repo.git('switch', '--quiet', '--orphan', 'other');
    const root = repo.commit('another root');
    repo.switchTo('main');
    repo.git('merge', '--quiet', '--no-ff', '--no-commit', '--allow-unrelated-histories', 'other');
    const joined = repo.commit('Merge roots');
    const commits = new Map((await readWholeHistory(repo)).map(commit => [commit.hash, commit]));
    assert.equal(commits.size, 8);
    assert.deepEqual(commits.get(octopus)?.parents.slice(1), sides);
    assert.deepEqual(commits.get(joined)?.parents, [octopus, root]);
    assert.deepEqual(commits.get(root)?.parents, []);
  });

  it('reads squash merges, empty, CR and non-UTF-8 messages', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.switchTo('topic');
    repo.commit('work', { files: { a: 'a' } });
    repo.switchTo('main');
    repo.squash('topic', 'feat(api)!: cache (#45)');
    repo.commit('PAY-3 title\r\n\r\nRefs: PAY-4\r\n');
    repo.commit('PAY-5 old\rRefs: PAY-6');
    repo.commit(Buffer.from('PAY-7 caf\xe9\n\nCloses: PAY-8', 'latin1'));
    repo.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    repo.commit(Buffer.from('PAY-9 caf\xe9', 'latin1'));
    repo.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', '');
    const facts = (await readWholeHistory(repo)).map(commit => commit.facts).reverse();
    assert.deepEqual(
      facts.map(({ titleKeys, closes }) => [titleKeys, closes]),
      [
        [[], []],
        [[], []],
        [['PAY-3'], ['PAY-4']],
        [['PAY-5'], ['PAY-6']],
        [['PAY-7'], ['PAY-8']],
        [['PAY-9'], []],
        [[], []],
      ],
    );
    assert.deepEqual([facts[1]?.squash, facts[1]?.number, facts[1]?.breaking], [true, 45, true]);
  });

  it('ignores replaced objects and settings that change what log prints', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    const second = repo.commit('second');
    repo.git('replace', second, first);
    for (const setting of ['log.showSignature=true', 'color.ui=always', 'log.follow=true', 'format.pretty=fuller']) {
      repo.git('config', ...(setting.split('=') as [string, string]));
    }
    repo.git('notes', 'add', '-m', 'note', first);
    assert.deepEqual(
      (await readWholeHistory(repo)).map(commit => commit.hash),
      [second, first],
    );
  });

  it('ends at the edge of a shallow clone', async () => {
    const repo = makeRepo();
    for (const message of ['one', 'two', 'three']) repo.commit(message);
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth', '2', pathToFileURL(repo.dir).href, 'shallow']);
    const commits = await readWholeHistory(repoAt(path.join(folder, 'shallow')));
    assert.equal(commits.length, 2);
    assert.deepEqual(commits[1]?.parents, []);
  });

  it('comes in batches, newest first', async () => {
    const repo = makeRepo();
    fastHistory(
      repo,
      Array.from({ length: 1201 }, (_, index) => 1_600_000_000 + index),
    );
    const opened = await git.open(repo.dir);
    const batches: number[] = [];
    const landed: number[] = [];
    const count = await opened.history(await historyRequest(opened), batch => {
      batches.push(batch.length);
      landed.push(...batch.map(commit => commit.landed));
    });
    assert.equal(count, 1201);
    assert.deepEqual(batches, [500, 500, 201]);
    assert.deepEqual(
      landed,
      [...landed].sort((a, b) => b - a),
    );
  });

  it('stops soon after `since`, but not at one commit with a wrong clock', async () => {
    const repo = makeRepo();
    const times = Array.from({ length: 6000 }, (_, index) => 1_600_000_000 + index * 60);
    const since = times[4000]!;
    times[5000] = 1_000_000_000;
    fastHistory(repo, times);
    const commits = await readWholeHistory(repo, since);
    const within = commits.filter(commit => commit.landed >= since).length;
    assert.equal(within, 1999);
    assert.ok(commits.length < 5000, String(commits.length));
    assert.equal((await readWholeHistory(repo)).length, 6000);
  });

  it('stops git when it is cancelled in the middle', async () => {
    const repo = makeRepo();
    fastHistory(
      repo,
      Array.from({ length: 8000 }, (_, index) => 1_600_000_000 + index),
    );
    const opened = await git.open(repo.dir);
    const abort = new AbortController();
    let batches = 0;
    const reading = opened.history(
      await historyRequest(opened),
      () => {
        batches++;
        abort.abort();
      },
      abort.signal,
    );
    await assert.rejects(reading, CancelledError);
    assert.ok(batches < 16);
    assert.deepEqual(await opened.tags(), []);
  });

  it('hands on what the sink throws, and frees its place', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const opened = await git.open(repo.dir);
    const asked = await historyRequest(opened);
    for (let attempt = 0; attempt < 3; attempt++) {
      const sink = () => {
        throw new RangeError('full');
      };
      await assert.rejects(opened.history(asked, sink), RangeError);
    }
    assert.deepEqual(await opened.tags(), []);
  });

  it('fails when the history is damaged', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const opened = await git.open(repo.dir);
    const asked = await historyRequest(opened);
    const gone = { ...asked, main: { ...asked.main, hash: 'a'.repeat(40) } };
    await assert.rejects(
      opened.history(gone, () => undefined),
      ProblemError,
    );
  });

  it('never asks git for people', async () => {
    const repo = makeRepo();
    repo.commit('first');
    const wrapper = wrapGit('echo "$@" >> "$LOG"; exec git "$@"');
    const opened = await createGit({
      isTrusted: () => true,
      environment: testEnvironment(),
      gitPath: wrapper.path,
    }).open(repo.dir);
    await opened.history(await historyRequest(opened), () => undefined);
    assert.doesNotMatch(wrapper.lines().join('\n'), /%(?:a[nNeElL]|c[nNeElL]|G|g)|--author|shortlog/);
  });
});
