import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGit } from '../../src/git/openGit.ts';
import { buildHistoryGraph, type HistoryGraph } from '../../src/answers/flow/items/historyGraph.ts';
import { createHistoryIndex, type HistoryIndex } from '../../src/lens/index/historyIndex.ts';
import type { IndexRequest } from '../../src/lens/index/indexReader.ts';
import type { Commit } from '../../src/model/commit.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import { CancelledError } from '../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../src/model/text/ticketKeys.ts';
import { fileStore } from '../../src/store/fileStore.ts';
import { ADA, cleanup, makeRepo, runGit, temporaryFolder, testEnvironment, type TestRepo } from '../support/repo.ts';
import { wrapGit } from '../support/repoWrapper.ts';
import { assertSame } from '../unit/lens/index/expected.ts';

const FIRST = 1_600_000_000;

interface Opened {
  readonly opened: RepositoryPort;
  readonly store: string;
  index(): HistoryIndex;
  /** What is asked of the index for the main branch as it is now. */
  request(changes?: Partial<IndexRequest>): Promise<IndexRequest>;
}

async function open(repo: TestRepo, gitPath?: string): Promise<Opened> {
  const git = createGit({
    isTrusted: () => true,
    environment: testEnvironment(),
    ...(gitPath === undefined ? {} : { gitPath }),
  });
  const opened = await git.open(repo.dir);
  const store = temporaryFolder();
  return {
    opened,
    store,
    index: () => createHistoryIndex({ repository: opened, store: fileStore(store) }),
    async request(changes = {}) {
      const { main } = await opened.facts(null, NO_KEY_RULES);
      assert.ok(main);
      return { main, rules: NO_KEY_RULES, since: null, alsoFrom: [], shallow: false, conventions: [], ...changes };
    },
  };
}

function ask(index: HistoryIndex, request: IndexRequest): Promise<HistoryGraph> {
  return index.read(request, () => undefined);
}

async function withoutIndex(opened: RepositoryPort, request: IndexRequest): Promise<HistoryGraph> {
  const commits: Commit[] = [];
  await opened.history(request, batch => commits.push(...batch));
  return buildHistoryGraph(commits, request.main.hash, request.shallow);
}

/** Branches and merges of any shape, with clocks that are wrong by hours and several commits in one second. */
function tangle(repo: TestRepo, commits: number, seed: number): void {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const stream: string[] = [];
  for (let mark = 1; mark <= commits; mark++) {
    const time = FIRST + Math.floor(mark / 3) * 3600 + (random(5) - 2) * 7200;
    const who = `${ADA.name} <${ADA.email}> ${time} +0000`;
    const message = `PAY-${mark} step`;
    const parent = (): number => Math.max(1, mark - 1 - random(12));
    const parents = new Set(mark === 1 ? [] : [mark - 1, ...Array.from({ length: random(3) }, parent)]);
    const [from, ...merged] = random(4) === 0 ? [...parents].reverse() : parents;
    const lines = [from === undefined ? '' : `from :${from}\n`, ...merged.map(other => `merge :${other}\n`)];
    stream.push(
      `commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n${lines.join('')}\n`,
    );
  }
  runGit(repo.dir, ['fast-import', '--quiet', '--force'], {}, stream.join(''));
}

describe('the history index of a real repository', () => {
  afterEach(cleanup);

  it('has git’s own order, also where clocks are wrong', async () => {
    for (const seed of [1, 2, 3]) {
      const repo = makeRepo();
      tangle(repo, 400, seed);
      const { opened, index, request } = await open(repo);
      const asked = await request();
      const held = index();
      const graph = await ask(held, asked);
      assert.deepEqual(
        [...graph.commits].map(({ hash }) => hash),
        repo.git('log', '--format=%H', 'main').split('\n'),
      );
      assertSame(graph, await withoutIndex(opened, asked));
      const older = await request({ main: { ...asked.main, hash: repo.git('rev-parse', 'main~20') } });
      assertSame(await ask(held, older), await withoutIndex(opened, older));
    }
  });

  it('has the order of git’s own with lines of releases too', async () => {
    const repo = makeRepo();
    tangle(repo, 200, 4);
    const base = repo.git('rev-parse', 'main~40');
    repo.git('switch', '--quiet', '--detach', base);
    const release = repo.commit('PAY-901 release', { at: FIRST + 40 * 3600 });
    const { opened, index, request } = await open(repo);
    repo.git('update-ref', 'refs/tags/v1', release);
    const asked = await request({ alsoFrom: [release] });
    const graph = await ask(index(), asked);
    assert.deepEqual(
      [...graph.commits].map(({ hash }) => hash),
      repo.git('log', '--format=%H', 'main', release).split('\n'),
    );
    assertSame(graph, await withoutIndex(opened, asked));
  });

  it('reads only new commits after a pull, also in another window', async () => {
    const repo = makeRepo();
    tangle(repo, 300, 5);
    repo.git('reset', '--quiet', '--hard');
    const wrapper = wrapGit('echo "$@" >> "$LOG"; exec git "$@"');
    const { opened, index, request } = await open(repo, wrapper.path);
    const first = index();
    await ask(first, await request());
    await first.save();
    const read: number[] = [];
    for (const held of [first, index()]) {
      repo.commit('PAY-401 more');
      repo.commit('PAY-402 still more');
      const asked = await request();
      const graph = await held.read(asked, commits => read.push(commits));
      assertSame(graph, await withoutIndex(opened, asked));
    }
    // The other window begins with the file, to which both pushes are new.
    assert.deepEqual(read, [2, 4]);
    const before = wrapper.lines().length;
    const asked = await request();
    const factsOnly = wrapper.lines().length - before;
    await ask(first, asked);
    await ask(first, asked);
    assert.equal(wrapper.lines().length - before - factsOnly, 1, 'one log for what the other window saw');
  });

  it('counts nothing twice or too much after a forced push', async () => {
    const repo = makeRepo();
    tangle(repo, 60, 6);
    repo.git('reset', '--quiet', '--hard');
    const { opened, index, request } = await open(repo);
    const held = index();
    await ask(held, await request());
    await held.save();
    repo.git('reset', '--quiet', '--hard', 'main~5');
    repo.commit('PAY-777 instead');
    repo.git('reflog', 'expire', '--expire=now', '--all');
    repo.git('gc', '--quiet', '--prune=now');
    const asked = await request();
    for (const index_ of [held, index()]) assertSame(await ask(index_, asked), await withoutIndex(opened, asked));
  });

  it('is built again, silently, when its file is damaged or cut short', async () => {
    const repo = makeRepo();
    tangle(repo, 80, 7);
    const { opened, index, request, store } = await open(repo);
    const asked = await request();
    const held = index();
    await ask(held, asked);
    await held.save();
    const file = path.join(store, readdirSync(store)[0]!);
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(200) ^ 1, 200);
    for (const bytes of [damaged, whole.subarray(0, 300), Buffer.alloc(0), Buffer.from('another program’s file')]) {
      writeFileSync(file, bytes);
      const again = index();
      const read: number[] = [];
      const graph = await again.read(asked, commits => read.push(commits));
      assertSame(graph, await withoutIndex(opened, asked));
      assert.deepEqual(read, [80]);
      await again.save();
      assert.deepEqual(readFileSync(file), whole);
    }
  });

  it('stops git when it is cancelled, and answers afterwards', async () => {
    const repo = makeRepo();
    tangle(repo, 3000, 8);
    const { opened, index, request } = await open(repo);
    const held = index();
    const asked = await request();
    const abort = new AbortController();
    await assert.rejects(
      held.read(asked, () => abort.abort(), abort.signal),
      CancelledError,
    );
    assertSame(await ask(held, asked), await withoutIndex(opened, asked));
  });
});
