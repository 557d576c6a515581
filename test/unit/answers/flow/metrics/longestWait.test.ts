import assert from 'node:assert/strict';
import { longestWaitMetric } from '../../../../../src/answers/flow/metrics/longestWait.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) => measure(longestWaitMetric, createInput(changes), gate);
/** Ten days: commits on day 0, `paused` later, and `waited` before the landing. */
const branch = (end: number, paused: number, waited: number): WorkItem =>
  createWork(end, 10, { written: [at(end - 10), at(end - 10 + paused), at(end - waited)] });
const daysOf = (wait: ReturnType<typeof of>) =>
  wait.waits.map(({ stage, seconds }) => [stage.id, seconds === null ? null : seconds / DAY]);

describe('longestWaitMetric', () => {
  const clear = Array.from({ length: 12 }, (_, n) => branch(30 + n, 2, 5));

  it('names the wait that holds most of the waiting, when that is clear', () => {
    const wait = of({ items: clear });
    assert.deepEqual(daysOf(wait), [
      ['pause', 36],
      ['afterLastCommit', 60],
    ]);
    assert.deepEqual([wait.clear?.id, wait.held, wait.source], ['afterLastCommit', 1, 'git']);
    assert.equal(wait.waits[1]?.share, 0.5);
  });

  it('names no single place when other items would change it', () => {
    const items = [...clear.slice(0, 6), ...Array.from({ length: 6 }, (_, n) => branch(60 + n, 6, 2))];
    // Six items waited 5 after and paused 3, six waited 2 and paused 6: 42 against 54, of twelve.
    const mixed = of({ items: [...items, ...Array.from({ length: 3 }, (_, n) => branch(80 + n, 2, 5))] });
    assert.deepEqual(daysOf(mixed), [
      ['pause', 63],
      ['afterLastCommit', 57],
    ]);
    assert.equal(mixed.clear, null);
    assert.ok(mixed.held !== null && mixed.held > 0.5 && mixed.held < 0.8);
  });

  it('tells each item’s longest wait and its share of the item’s time, longest first', () => {
    const items = [...clear, branch(70, 7, 2)];
    const { longest } = of({ items });
    assert.deepEqual(
      longest.slice(0, 2).map(({ stage, seconds, share }) => [stage.id, seconds / DAY, share]),
      [
        ['pause', 7, 0.7],
        ['afterLastCommit', 5, 0.5],
      ],
    );
    assert.equal(longest.length, 13);
  });

  it('has no rows for items in an export', () => {
    const wait = of({ items: clear, use: 'export' });
    assert.deepEqual([wait.longest, wait.clear?.id], [[], 'afterLastCommit']);
  });

  it('never names a place that is hidden', () => {
    const items = [...clear, ...Array.from({ length: 3 }, (_, n) => branch(60 + n, 10, 0))];
    const wait = of({ items }, { hides: ids => ids.length === 12 });
    assert.deepEqual(daysOf(wait), [
      ['pause', null],
      ['afterLastCommit', null],
    ]);
    assert.deepEqual([wait.clear, wait.held], [null, null]);
  });

  it('looks at the statuses of tickets where these know most items', () => {
    const way: MadeChange[] = [
      [30, 'In Progress', 'active'],
      [31, 'In Review', 'active'],
      [32, 'In Progress', 'active'],
      [34, 'Blocked', 'blocked'],
      [38, 'Done', 'done'],
    ];
    const keys = Array.from({ length: 10 }, (_, n) => `PAY-${n}`);
    const wait = of({
      items: keys.map(ticket => createWork(38, null, { ticket })),
      tickets: ticketMap(keys.map(key => createTicket(key, way))),
    });
    assert.deepEqual(daysOf(wait), [
      ['approval', 10],
      ['blocked', 40],
    ]);
    assert.deepEqual([wait.clear?.id, wait.longest[0]?.stage.id, wait.longest[0]?.share], ['blocked', 'blocked', 0.5]);
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ items: clear.toReversed() }), of({ items: clear }));
  });
});
