import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGit } from '../../src/git/openGit.ts';
import type { OpenBranch, OpenBranches } from '../../src/model/ports/gitPort.ts';
import { cleanup, makeRepo, repoAt, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { partialCloneOf } from '../support/repoClones.ts';
import { historyRequest } from '../support/repoHistory.ts';

const git = createGit({ isTrusted: () => true, environment: testEnvironment() });

async function read(repo: Pick<TestRepo, 'dir'>, since = 0): Promise<OpenBranches> {
  const opened = await git.open(repo.dir);
  const { main, rules } = await historyRequest(opened);
  return opened.openBranches({ main, rules, since });
}

async function branchesOf(repo: Pick<TestRepo, 'dir'>, since?: number): Promise<readonly OpenBranch[]> {
  return (await read(repo, since)).branches;
}

function hashes(branch: OpenBranch | undefined): readonly string[] | undefined {
  return branch?.commits.map(commit => commit.hash);
}

/** `topic` with two commits of its own; main has gone on in another file. */
function repoWithTopic(): { readonly repo: TestRepo; readonly commits: readonly string[] } {
  const repo = makeRepo();
  repo.commit('first', { files: { a: 'a\nb\nc\n', b: 'b\n' } });
  repo.switchTo('topic');
  const commits = [
    repo.commit('one', { files: { a: 'A\nb\nc\n' } }),
    repo.commit('two', { files: { a: 'A\nb\nc\nd\n', c: 'c\n' } }),
  ];
  repo.switchTo('main');
  repo.commit('main goes on', { files: { b: 'B\n' } });
  return { repo, commits };
}

describe('open branches', () => {
  afterEach(cleanup);

  it('are told by kind, key and words, with their own commits, newest first', async () => {
    const repo = makeRepo();
    repo.commit('first');
    repo.switchTo('ann.miller/feature/PAY-7-faster-cache');
    const commits = [repo.commit('PAY-7 one'), repo.commit('PAY-7 two')];
    repo.git('switch', '--quiet', '--create', 'second', 'main');
    const later = repo.commit('later', { at: 1_800_000_000 });
    const branches = await branchesOf(repo);
    assert.deepEqual(branches.map(hashes), [[later], [...commits].reverse()]);
    const [plain, named] = branches;
    assert.ok(plain && named);
    assert.deepEqual([named.facts.key, named.facts.words], ['PAY-7', ['faster', 'cache']]);
    assert.deepEqual(plain.facts, { kind: null, key: null, words: [] });
    assert.deepEqual(named.commits[0]?.facts.titleKeys, ['PAY-7']);
    assert.equal(named.landed, false);
    assert.doesNotMatch(JSON.stringify(branches), /ann|miller/);
  });

  it('are not main, what is merged, what is older than asked, and what has only merges of main', async () => {
    const { repo, commits } = repoWithTopic();
    repo.git('branch', 'merged', 'main');
    repo.git('branch', 'older', commits[0] ?? '');
    repo.switchTo('synced');
    repo.switchTo('main');
    repo.commit('main again');
    repo.switchTo('synced');
    repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge main', 'main');
    repo.git('update-ref', 'refs/remotes/origin/main', commits[1] ?? '');
    repo.git('symbolic-ref', 'refs/remotes/up/HEAD', 'refs/heads/topic');
    repo.tag('v1');
    repo.git('update-ref', 'refs/pull/1/head', commits[0] ?? '');
    const tipAt = Number(repo.git('log', '-1', '--format=%ct', 'topic'));
    assert.deepEqual((await branchesOf(repo, tipAt)).map(hashes), [[...commits].reverse()]);
    assert.deepEqual(await branchesOf(repo, tipAt + 1_000_000), []);
  });

  it('are no release lines and environments, nor what those hold', async () => {
    const { repo } = repoWithTopic();
    for (const line of ['3.5.x', 'release/2.0', 'develop']) {
      repo.git('switch', '--quiet', '--create', line, 'main~');
      repo.commit(`on ${line}`);
    }
    repo.git('update-ref', 'refs/remotes/origin/support/1', repo.git('rev-parse', '3.5.x'));
    repo.git('switch', '--quiet', '--create', 'patch', '3.5.x');
    const patch = repo.commit('a fix of the release line');
    const found = (await branchesOf(repo)).map(branch => hashes(branch)?.length);
    assert.deepEqual(found.toSorted(), [1, 2]);
    assert.ok((await branchesOf(repo)).some(branch => hashes(branch)?.[0] === patch));
  });

  it('are one when a remote has the same, two when it has something else', async () => {
    const { repo, commits } = repoWithTopic();
    const [first = '', second = ''] = commits;
    repo.git('update-ref', 'refs/remotes/origin/topic', second);
    repo.git('update-ref', 'refs/remotes/fork/topic', second);
    assert.equal((await branchesOf(repo)).length, 1);
    repo.git('update-ref', 'refs/remotes/fork/topic', first);
    assert.deepEqual((await branchesOf(repo)).map(hashes), [[second, first], [first]]);
    repo.git('branch', '-D', 'topic');
    assert.equal((await branchesOf(repo)).length, 2);
  });

  it('leave merges out, and take what was merged into them from elsewhere', async () => {
    const { repo, commits } = repoWithTopic();
    repo.git('switch', '--quiet', '--create', 'other', 'main');
    const own = repo.commit('own', { files: { z: 'z' } });
    repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
    const [, other] = (await branchesOf(repo)).map(hashes).sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
    assert.deepEqual([...(other ?? [])].sort(), [...commits, own].sort());
  });

  it('have landed when one commit of main holds all of their changes', async () => {
    const { repo } = repoWithTopic();
    repo.squash('topic', 'Topic (#1)');
    repo.commit('main goes on', { files: { a: 'A\nb\nc\nd\nmore\n' } });
    assert.deepEqual(
      (await branchesOf(repo)).map(branch => branch.landed),
      [true],
    );
  });

  it('have landed by a squash after main was merged into them', async () => {
    const { repo } = repoWithTopic();
    repo.switchTo('topic');
    repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge main', 'main');
    repo.commit('three', { files: { d: 'd\n' } });
    repo.switchTo('main');
    repo.commit('main goes on', { files: { b: 'BB\n' } });
    repo.squash('topic', 'Topic (#1)');
    assert.equal((await branchesOf(repo))[0]?.landed, true);
  });

  it('have landed when main has a copy of each commit, as git cherry says', async () => {
    const { repo, commits } = repoWithTopic();
    repo.switchTo('topic');
    repo.commit('nothing in it');
    repo.switchTo('main');
    repo.git('cherry-pick', commits[0] ?? '');
    assert.equal((await branchesOf(repo))[0]?.landed, false);
    repo.commit('between', { files: { z: 'z' } });
    repo.git('cherry-pick', commits[1] ?? '');
    assert.deepEqual(repo.git('cherry', 'main', 'topic~').replace(/ .*/g, '').split('\n'), ['-', '-']);
    assert.equal((await branchesOf(repo))[0]?.landed, true);
  });

  it('have not landed when something is missing, differs or came on top', async () => {
    const { repo } = repoWithTopic();
    repo.squash('topic', 'Topic (#1)');
    repo.switchTo('topic');
    repo.commit('on top', { files: { c: 'c\nmore\n' } });
    assert.equal((await branchesOf(repo))[0]?.landed, false);

    const other = repoWithTopic().repo;
    other.git('merge', '--quiet', '--squash', 'topic');
    other.commit('Topic (#1)', { files: { c: 'not c\n' } });
    assert.equal((await branchesOf(other))[0]?.landed, false);
  });

  it('have not landed when they changed nothing yet', async () => {
    const { repo } = repoWithTopic();
    repo.commit('main: nothing');
    repo.git('switch', '--quiet', '--create', 'begun', 'main');
    repo.commit('PAY-1 begin');
    repo.git('branch', '-D', 'topic');
    assert.deepEqual(
      (await branchesOf(repo)).map(branch => branch.landed),
      [false],
    );
  });

  it('with different binaries at the same path are different', async () => {
    const repo = makeRepo();
    repo.commit('first', { files: { 'a.bin': '\0one' } });
    repo.switchTo('same');
    repo.commit('picture', { files: { 'a.bin': '\0two' } });
    repo.git('switch', '--quiet', '--create', 'differs', 'main');
    repo.commit('picture', { files: { 'a.bin': '\0three' } });
    repo.switchTo('main');
    repo.squash('same', 'Picture (#1)');
    assert.deepEqual(
      (await branchesOf(repo)).map(branch => branch.landed),
      [false, true],
    );
  });

  it('survive names that look like something else', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    repo.git('switch', '--quiet', '--detach');
    const tip = repo.commit('odd');
    repo.git('switch', '--quiet', 'main');
    const names = ['--all', '-x', '%(refname)', 'HEAD', 'größe/日本\u202e', '@', "a'b$(c)", 'main/x'];
    for (const name of names.slice(0, -1)) repo.git('update-ref', `refs/heads/${name}`, tip);
    repo.git('update-ref', 'refs/remotes/origin/__proto__', first);
    const branches = await branchesOf(repo);
    assert.equal(branches.length, names.length - 1);
    for (const branch of branches) assert.deepEqual(hashes(branch), [tip]);
  });

  it('are at most 200, the newest, with at most 500 commits each', async () => {
    const repo = makeRepo();
    const first = repo.commit('first');
    const who = (at: number) => `Ada Example <ada@example.invalid> ${at} +0000`;
    const commit = (branch: string, at: number, from = '') =>
      `commit refs/heads/${branch}\nauthor ${who(at)}\ncommitter ${who(at)}\ndata 4\nwork\n${from}`;
    const base = `from ${first}\n`;
    const short = Array.from({ length: 205 }, (_, index) => commit(`b${index}`, 1_750_000_000 + index, base));
    const long = Array.from({ length: 600 }, (_, index) =>
      commit('long', 1_760_000_000 + index, index === 0 ? base : ''),
    );
    runGit(repo.dir, ['fast-import', '--quiet'], {}, [...short, ...long].join('\n'));
    const { branches, truncated } = await read(repo);
    assert.equal(truncated, true);
    assert.equal(branches.length, 200);
    const [first500, last] = [branches[0], branches.at(-1)].map(branch => branch?.commits.map(({ landed }) => landed));
    assert.equal(first500?.length, 500);
    assert.deepEqual([first500[0], first500.at(-1), last], [1_760_000_599, 1_760_000_100, [1_750_000_006]]);
    const newest = await read(repo, 1_750_000_100);
    assert.deepEqual([newest.branches.length, newest.truncated], [106, false]);
  });

  it('say when remote branches were last fetched, also in a linked work tree', async () => {
    const { repo } = repoWithTopic();
    assert.equal((await read(repo)).fetchedAt, null);
    const fetchHead = path.join(repo.dir, '.git', 'FETCH_HEAD');
    writeFileSync(fetchHead, '');
    utimesSync(fetchHead, 1_700_000_000, 1_700_000_000);
    assert.equal((await read(repo)).fetchedAt, 1_700_000_000);
    const linked = path.join(temporaryFolder(), 'linked');
    repo.git('worktree', 'add', '--quiet', '--detach', linked, 'main');
    assert.equal((await read({ dir: linked })).fetchedAt, 1_700_000_000);
  });

  it('are none in a repository that has only main', async () => {
    const repo = makeRepo();
    repo.commit('first');
    assert.deepEqual(await read(repo), { seen: false, branches: [], truncated: false, fetchedAt: null });
  });

  it('are seen though main holds all of them or they are old, and not when they are lasting lines', async () => {
    const repo = makeRepo();
    repo.commit('first', { at: 1_700_000_000 });
    repo.git('branch', 'release/1');
    assert.equal((await read(repo)).seen, false);
    repo.git('branch', 'topic');
    for (const since of [0, 1_800_000_000]) {
      const { seen, branches } = await read(repo, since);
      assert.deepEqual([seen, branches], [true, []]);
    }
  });

  it('of a partial clone are read without fetching, and none counts as landed', async () => {
    const { repo, commits } = repoWithTopic();
    repo.squash('topic', 'Topic (#1)');
    const clone = partialCloneOf(repo);
    const branches = await branchesOf(clone.repo);
    assert.deepEqual(branches.map(hashes), [[...commits].reverse()]);
    assert.equal(branches[0]?.landed, false);
    assert.deepEqual(clone.missing(), clone.missingAtFirst);
  });

  it('of a shallow clone end at its edge', async () => {
    const { repo, commits } = repoWithTopic();
    const folder = temporaryFolder();
    const url = pathToFileURL(repo.dir).href;
    runGit(folder, ['clone', '--quiet', '--depth', '1', '--no-single-branch', url, 'shallow']);
    const branches = await branchesOf(repoAt(path.join(folder, 'shallow')));
    assert.deepEqual(branches.map(hashes), [[commits[1]]]);
    assert.equal(branches[0]?.landed, false);
  });
});
