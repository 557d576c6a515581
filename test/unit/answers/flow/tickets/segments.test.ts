import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gitPath } from '../../../../../src/answers/flow/tickets/gitPath.ts';
import { paths } from '../../../../../src/answers/flow/tickets/segments.ts';
import type { FlowInput, Metric } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { stagedNotes } from '../../../../../src/wording/figures/places.ts';
import { at, createDeployment, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap } from '../madeTicket.ts';

/** A branch of `days` days whose last commit was written `wait` days before it landed. */
const branch = (end: number, days: number, wait: number, changes: Partial<WorkItem> = {}): WorkItem =>
  createWork(end, days, { written: [at(end - days), at(end - wait)], ...changes });
const many = (count: number, changes: Partial<WorkItem> = {}): WorkItem[] =>
  Array.from({ length: count }, (_, day) => branch(40 + day, 5, 2, changes));
const judged = (input: FlowInput, toProduction: boolean, gate: MadeGate = {}) => {
  const metric: Metric<ReturnType<ReturnType<typeof paths>['judged']>> = (given, ask) =>
    paths(given, ask, toProduction).judged;
  return measure(metric, input, gate);
};
const stagesOf = (made: ReturnType<typeof judged>) =>
  made.paths[0]?.stages.map(({ stage, seconds }) => [stage.id, seconds / DAY]);

describe('gitPath', () => {
  it('divides a branch at its last commit and knows its longest pause', () => {
    const [path] = gitPath(createWork(50, 9, { written: [at(41), at(42), at(46), at(47)] }), null);
    assert.deepEqual(
      path?.stages.map(({ stage, seconds, entered }) => [stage.id, seconds / DAY, entered / DAY]),
      [
        ['coding', 6, 0],
        ['afterLastCommit', 3, 6],
      ],
    );
    assert.equal((path.pause ?? 0) / DAY, 4);
  });

  it('takes a last commit that seems to be written after the landing for one at the landing', () => {
    const [path] = gitPath(createWork(50, 1, { written: [at(49), at(50) + 200] }), null);
    assert.deepEqual(
      path?.stages.map(({ seconds }) => seconds),
      [DAY, 0],
    );
  });

  it('is nothing for items that are no merged branches', () => {
    assert.deepEqual(gitPath(createWork(50, null), null), []);
    assert.deepEqual(gitPath(createWork(50, 3, { startQuality: 'single', written: [] }), null), []);
  });

  it('adds up to the whole time, exactly (METRICS P36)', () => {
    const written = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 9 })
      .map(times => times.sort((a, b) => a - b));
    fc.assert(
      fc.property(written, fc.nat(1_000_300), (times, finish) => {
        const start = times[0] ?? 0;
        const end = Math.max(start, finish);
        const [path] = gitPath(createWork(0, 1, { start, end, written: times }), null);
        assert.equal(
          path?.stages.reduce((sum, { seconds }) => sum + seconds, 0),
          end - start,
        );
        assert.ok(path.stages.every(({ seconds }) => seconds >= 0));
      }),
    );
  });
});

describe('paths', () => {
  it('come from git without tickets', () => {
    const made = judged(createInput({ items: many(10) }), true);
    assert.deepEqual([made.source, made.withheld, made.items, made.finished], ['git', null, 10, 10]);
    assert.deepEqual(stagesOf(made), [
      ['coding', 3],
      ['afterLastCommit', 2],
    ]);
  });

  it('need ten branches that are 60 % of the finished items', () => {
    assert.deepEqual(judged(createInput({ items: many(9) }), true).withheld, {
      code: 'tooFew',
      what: 'branchItems',
      has: 9,
      needs: 10,
    });
    const squashes = (count: number): WorkItem[] =>
      Array.from({ length: count }, (_, day) => createWork(60 + day, null));
    const wanting = (count: number) => judged(createInput({ items: [...many(12), ...squashes(count)] }), true).withheld;
    assert.deepEqual([wanting(8), wanting(9)], [null, { code: 'coverage', known: 12, of: 21 }]);
    assert.deepEqual(judged(createInput(), true).withheld, { code: 'nothing', what: 'finishedItems' });
  });

  it('end with the wait for the release where ten items are released, and count those that still wait', () => {
    const deployments = [createDeployment(30, { first: true }), createDeployment(55, { id: 'd' })];
    const items = [...many(10, { deployment: 'd' }), ...many(3)];
    const made = judged(createInput({ items, deployments }), true);
    assert.deepEqual(stagesOf(made), [
      ['coding', 3],
      ['afterLastCommit', 2],
      ['release', 15],
    ]);
    assert.deepEqual([made.items, made.undeployed], [10, 3]);
    const toLanding = judged(createInput({ items, deployments }), false);
    assert.deepEqual([toLanding.items, toLanding.undeployed], [13, 0]);
  });

  it('know no release from the first deployment, which holds what was live before', () => {
    const items = many(10, { deployment: 'd' });
    const made = judged(createInput({ items, deployments: [createDeployment(55, { id: 'd', first: true })] }), true);
    assert.equal(stagesOf(made)?.length, 2);
  });

  it('tell what waits from what went live unseen, with a first release or before any', () => {
    const [first, later] = [createDeployment(20, { id: 'd0', first: true }), createDeployment(70, { id: 'd1' })];
    const before = createWork(5, 2, { deployment: null });
    const items = [...many(8, { deployment: 'd0' }), ...many(15, { deployment: 'd1' }), ...many(3), before];
    const input = createInput({ items, deployments: [first, later] });
    const made = judged(input, true);
    assert.deepEqual([made.items, made.undeployed, made.releaseUnknown], [15, 3, 9]);
    assert.deepEqual(stagedNotes(made), [
      'Left out: 3 items that landed and that no release holds yet.',
      'Left out: 9 items of which no release tells when they went live: they landed before the first one that is known, or it holds them.',
    ]);
    assert.equal(judged(input, true, { hides: ids => ids.length === 9 }).releaseUnknown, null);
    const toLanding = judged(input, false);
    assert.deepEqual([toLanding.undeployed, toLanding.releaseUnknown], [0, 0]);
  });

  it('come from tickets when these know 60 % of the items, and ten of them are done', () => {
    const ticketsOf = (count: number) =>
      ticketMap(
        Array.from({ length: count }, (_, n) =>
          createTicket(`PAY-${n}`, [
            [30, 'In Progress', 'active'],
            [38 + n, 'Done', 'done'],
          ]),
        ),
      );
    const items = Array.from({ length: 15 }, (_, n) => branch(38 + n, 5, 2, { ticket: `PAY-${n}` }));
    const sourceWith = (count: number) => judged(createInput({ items, tickets: ticketsOf(count) }), true).source;
    assert.deepEqual([sourceWith(8), sourceWith(9), sourceWith(10)], ['git', 'git', 'tickets']);
    const made = judged(createInput({ items, tickets: ticketsOf(10) }), true);
    assert.deepEqual([made.items, made.finished, stagesOf(made)?.[0]], [10, 15, ['active', 8]]);
  });

  it('leave out bots that only the gate knows', () => {
    const items = many(12);
    const made = judged(createInput({ items }), true, { isAutomated: ({ id }) => id === items[0]?.id });
    assert.deepEqual([made.items, made.finished], [11, 11]);
  });

  it('are none when too few people are behind them, and hide how many still wait', () => {
    const items = many(12, { deployment: 'd' });
    const waiting = many(2);
    const deployments = [createDeployment(30, { first: true }), createDeployment(60, { id: 'd' })];
    const input = createInput({ items: [...items, ...waiting], deployments });
    const all = judged(input, true, { hides: ids => ids.length === 12 });
    assert.deepEqual([all.withheld, all.paths.length], [{ code: 'people' }, 0]);
    assert.equal(judged(input, true, { hides: ids => ids.length === 2 }).undeployed, null);
  });
});
