import assert from 'node:assert/strict';
import { createHistoryIndex, type HistoryIndex } from '../../../../src/lens/index/historyIndex.ts';
import type { IndexRequest } from '../../../../src/lens/index/indexReader.ts';
import { CancelledError } from '../../../../src/model/problem.ts';
import { NO_KEY_RULES } from '../../../../src/model/text/ticketKeys.ts';
import { plain } from '../../model/history/arbitraryCommits.ts';
import { assertSame, freshGraph, requestFor } from './expected.ts';
import { MadeGit, memoryStore } from './madeGit.ts';

const DAY = 86_400;
const STEP = DAY / 4;

/** A straight line of `count` commits on top of `parent`, a quarter of a day apart; returns its last. */
function line(git: MadeGit, count: number, from: number, parent?: string): string {
  let tip = parent;
  for (let at = 0; at < count; at++) tip = git.add(tip === undefined ? [] : [tip], from + at * STEP);
  return tip ?? '';
}

describe('the history index', () => {
  let git: MadeGit;
  let store: ReturnType<typeof memoryStore>;

  beforeEach(() => {
    git = new MadeGit();
    store = memoryStore();
  });

  function open(): HistoryIndex {
    return createHistoryIndex({ repository: { root: '/somewhere', history: git.history }, store });
  }

  const ask = (index: HistoryIndex, request: IndexRequest) => index.read(request, () => undefined);

  it('gives the commits that git shows', async () => {
    const request = requestFor(line(git, 50, 0));
    const graph = await ask(open(), request);
    const expected = await freshGraph(git, request);
    assertSame(graph, expected);
    assert.deepEqual([...graph.commits].map(plain), [...expected.commits].map(plain));
  });

  it('reads only what is new, from memory and from the store', async () => {
    const first = line(git, 500, 0);
    const index = open();
    await ask(index, requestFor(first));
    const second = line(git, 20, 500 * STEP, first);
    assertSame(await ask(index, requestFor(second)), await freshGraph(git, requestFor(second)));
    await index.save();
    const third = line(git, 7, 520 * STEP, second);
    assertSame(await ask(open(), requestFor(third)), await freshGraph(git, requestFor(third)));
    assert.deepEqual(git.readings, [500, 20, 7]);
  });

  it('asks git nothing when nothing is new', async () => {
    const request = requestFor(line(git, 30, 0));
    const index = open();
    await ask(index, request);
    await index.save();
    await ask(index, request);
    await ask(index, { ...request, since: 5 * STEP });
    await ask(open(), request);
    assert.deepEqual(git.readings, [30]);
  });

  it('reads down to the day that is asked for, and older commits when they are', async () => {
    const tip = line(git, 6000, 0);
    const index = open();
    for (const since of [5500, 5800, 3000, 2900]) {
      const request = requestFor(tip, { since: since * STEP });
      assertSame(await ask(index, request), await freshGraph(git, request));
    }
    // A month of 120 commits and 2,000 more are read along; the rest of the way is read once.
    assert.deepEqual(git.readings, [500 + 120 + 2000, 2500]);
  });

  it('reads anew when a merge brings a branch that began before what is known', async () => {
    const old = line(git, 1000, 0);
    const tip = line(git, 5000, 1000 * STEP, old);
    const index = open();
    const since = 5900 * STEP;
    await ask(index, requestFor(tip, { since }));
    const branch = git.add([old], 6000 * STEP);
    const request = requestFor(git.add([tip, branch], 6001 * STEP), { since });
    assertSame(await ask(index, request), await freshGraph(git, request));
    assert.equal(git.readings.length, 3);
  });

  it('counts no commit that a forced push removed', async () => {
    const base = line(git, 40, 0);
    const index = open();
    await ask(index, requestFor(line(git, 30, 40 * STEP, base)));
    const request = requestFor(line(git, 3, 50 * STEP, base));
    assertSame(await ask(index, request), await freshGraph(git, request));
    assert.deepEqual(git.readings, [70, 3]);
  });

  it('drops removed commits from the store when they are many', async () => {
    const base = line(git, 40, 0);
    const index = open();
    await ask(index, requestFor(line(git, 60, 40 * STEP, base)));
    await index.save();
    const before = [...store.files.values()][0]?.length ?? 0;
    const request = requestFor(line(git, 5, 50 * STEP, base));
    await ask(index, request);
    await index.save();
    assert.ok(([...store.files.values()][0]?.length ?? 0) < before);
    assertSame(await ask(open(), request), await freshGraph(git, request));
    assert.deepEqual(git.readings, [100, 5]);
  });

  it('reads anew when a commit that it knows is gone from the repository', async () => {
    const index = open();
    const gone = line(git, 10, 0);
    await ask(index, requestFor(gone));
    git.remove(gone);
    const request = requestFor(line(git, 12, 0));
    assertSame(await ask(index, request), await freshGraph(git, request));
  });

  it('reads lines of releases along, and new ones of them', async () => {
    const base = line(git, 100, 0);
    const tip = line(git, 50, 100 * STEP, base);
    const release = line(git, 10, 100 * STEP, base);
    const index = open();
    await ask(index, requestFor(tip, { alsoFrom: [release] }));
    const next = line(git, 2, 160 * STEP, release);
    const request = requestFor(tip, { alsoFrom: [release, next] });
    assertSame(await ask(index, request), await freshGraph(git, request));
    assert.deepEqual(git.readings, [160, 2]);
    // Without the releases they are no part of the answer, though they are known.
    assertSame(await ask(index, requestFor(tip)), await freshGraph(git, requestFor(tip)));
  });

  it('believes no file of other rules, another main branch or other words', async () => {
    const request = requestFor(line(git, 20, 0));
    const index = open();
    await ask(index, request);
    await index.save();
    const others: readonly Partial<IndexRequest>[] = [
      { rules: { ...NO_KEY_RULES, known: ['PAY'] } },
      { main: { ...request.main, name: 'trunk' } },
      { conventions: ['spike'] },
    ];
    for (const other of others) await ask(open(), { ...request, ...other });
    assert.deepEqual(git.readings, [20, 20, 20, 20]);
  });

  it('keeps nothing of a shallow clone, whose last commits get parents when it is deepened', async () => {
    const request = requestFor(line(git, 20, 0), { shallow: true });
    const index = open();
    const graph = await ask(index, request);
    assert.equal(graph.isBoundary(graph.commits.length - 1), true);
    await index.save();
    assert.equal(store.files.size, 0);
  });

  it('writes nothing before it is told to, and nothing for a few new commits', async () => {
    const first = line(git, 1000, 0);
    const index = open();
    await ask(index, requestFor(first));
    assert.equal(store.files.size, 0);
    await index.save();
    const [written] = store.files.values();
    await ask(index, requestFor(line(git, 10, 1000 * STEP, first)));
    await index.save();
    assert.equal([...store.files.values()][0], written);
  });

  it('lives with a store that fails', async () => {
    const failing = {
      ...store,
      read: () => Promise.reject(new Error('disk')),
      write: () => Promise.reject(new Error('full')),
    };
    const index = createHistoryIndex({ repository: { root: '/somewhere', history: git.history }, store: failing });
    const request = requestFor(line(git, 20, 0));
    assertSame(await ask(index, request), await freshGraph(git, request));
    await index.save();
  });

  it('lets callers who ask the same share one reading, each with the progress', async () => {
    const index = open();
    const request = requestFor(line(git, 250, 0));
    const told: number[][] = [[], []];
    const graphs = await Promise.all(told.map(mine => index.read(request, commits => mine.push(commits))));
    assert.equal(graphs[0], graphs[1]);
    assert.deepEqual(told, [
      [100, 200, 250],
      [100, 200, 250],
    ]);
    assert.deepEqual(git.readings, [250]);
  });

  it('cancels a reading when nobody wants it any more, and keeps nothing of it', async () => {
    const index = open();
    const request = requestFor(line(git, 250, 0));
    const abort = new AbortController();
    git.onBatch = () => abort.abort();
    await assert.rejects(
      index.read(request, () => undefined, abort.signal),
      CancelledError,
    );
    await index.save();
    assert.equal(store.files.size, 0);
    git.onBatch = () => undefined;
    assertSame(await ask(index, request), await freshGraph(git, request));
  });

  it('goes on for the others when one caller gives up', async () => {
    const index = open();
    const request = requestFor(line(git, 250, 0));
    const abort = new AbortController();
    const wanted = ask(index, request);
    const unwanted = index.read(request, () => abort.abort(), abort.signal);
    await assert.rejects(unwanted, CancelledError);
    assert.equal((await wanted).commits.length, 250);
    assert.deepEqual(git.readings, [250]);
  });

  it('answers different questions one after another', async () => {
    const index = open();
    const first = line(git, 200, 0);
    const second = line(git, 10, 200 * STEP, first);
    const graphs = await Promise.all([ask(index, requestFor(first)), ask(index, requestFor(second))]);
    assert.deepEqual(
      graphs.map(({ commits }) => commits.length),
      [200, 210],
    );
    assert.deepEqual(git.readings, [200, 10]);
  });
});
