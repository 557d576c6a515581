import assert from 'node:assert/strict';
import { approvalMetric } from '../../../../../src/answers/flow/metrics/approval.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { at, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

/** Active days, then approval days (each in a status of its own), then queue days. */
type Way = readonly [active: number, approvals: readonly number[], queue: number];

function wayOf([active, approvals, queue]: Way): MadeChange[] {
  const changes: MadeChange[] = [[60 - active - queue - approvals.reduce((a, b) => a + b, 0), 'In Progress', 'active']];
  let day = 60 - queue - approvals.reduce((a, b) => a + b, 0);
  for (const [layer, days] of approvals.entries()) {
    changes.push([day, `Approval ${layer}`, 'approval']);
    day += days;
  }
  if (queue > 0) changes.push([60 - queue, 'Ready', 'queue']);
  return [...changes, [60, 'Done', 'done']];
}

function inputOf(ways: readonly Way[]): Partial<FlowInput> {
  return {
    items: ways.map((_, n) => createWork(60, null, { ticket: `PAY-${n}` })),
    tickets: ticketMap(ways.map((way, n) => createTicket(`PAY-${n}`, wayOf(way)))),
  };
}
const times = (count: number, way: Way): Way[] => Array.from({ length: count }, () => way);
const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) => measure(approvalMetric, createInput(changes), gate);
/** Two active days and one of approval. */
const usual = times(15, [2, [1], 0]);

describe('approvalMetric', () => {
  it('says approval when that is the excess and the typical approval wait would have been quick enough', () => {
    const result = of(inputOf([...usual, ...times(5, [2, [9], 0])]));
    assert.deepEqual([result.withheld, result.source, result.items], [null, 'tickets', 20]);
    assert.deepEqual([result.verdict, result.slow, (result.limit ?? 0) / DAY, result.rescued], ['approval', 5, 3, 5]);
    assert.equal((result.typicalApproval ?? 0) / DAY, 1);
    const approval = result.kinds.find(({ kind }) => kind === 'approval');
    assert.deepEqual(
      [(approval?.seconds ?? 0) / DAY, approval?.share, (approval?.excess ?? 0) / DAY, approval?.excessShare],
      [45, 45 / 55, 40, 1],
    );
  });

  it('says engineering when active time is half of the excess', () => {
    const result = of(inputOf([...usual, ...times(5, [7, [5], 0])]));
    // 5 active days more than typical, 4 of approval.
    assert.equal(result.verdict, 'engineering');
    assert.equal(result.kinds.find(({ kind }) => kind === 'active')?.excessShare, 5 / 9);
  });

  it('says mixed when neither holds half, or when approval alone would not have saved them', () => {
    assert.equal(of(inputOf([...usual, ...times(5, [4, [3], 6])])).verdict, 'mixed');
    const result = of(inputOf([...usual, ...times(5, [5, [5], 0])]));
    // 3 active days more and 4 of approval: approval holds most, but without it they still took 6 days, not 3.
    assert.deepEqual([result.verdict, result.rescued], ['mixed', 0]);
  });

  it('counts items by the number of approval statuses that they passed', () => {
    const { layers } = of(inputOf([...usual, ...times(5, [2, [4, 5], 0])]));
    assert.deepEqual(
      layers.map(({ layers: count, items, p50 }) => [count, items, (p50 ?? 0) / DAY]),
      [
        [1, 15, 1],
        [2, 5, 9],
      ],
    );
    const hidden = of(inputOf([...usual, ...times(4, [2, [4, 5], 0]), [3, [], 0]]), { hides: ids => ids.length === 1 });
    assert.deepEqual(
      hidden.layers.map(({ layers: count, items }) => [count, items]),
      [
        [0, null],
        [1, 15],
        [2, null],
      ],
    );
  });

  it('cannot tell from git, but knows an upper bound', () => {
    const items = Array.from({ length: 10 }, (_, n) => createWork(40 + n, 8, { written: [at(32 + n), at(38 + n)] }));
    const result = of({ items });
    assert.deepEqual(
      [result.verdict, result.afterLastCommit, result.kinds, result.layers],
      ['cannotTell', 0.25, [], []],
    );
  });

  it('needs 19 done tickets', () => {
    const of18 = of(inputOf([...usual.slice(0, 13), ...times(5, [2, [9], 0])]));
    assert.deepEqual(
      [of18.withheld, of18.verdict],
      [{ code: 'tooFew', what: 'ticketItems', has: 18, needs: 19 }, null],
    );
    assert.equal(of(inputOf([...usual, ...times(4, [2, [9], 0])])).verdict, 'approval');
  });

  it('has nothing to explain where no item stands out', () => {
    const result = of(inputOf([...usual, ...times(5, [2, [1], 0])]));
    assert.deepEqual([result.verdict, result.slow], ['even', 0]);
  });

  it('is withheld when too few people are behind the slow items', () => {
    const input = inputOf([...usual, ...times(5, [2, [9, 1], 0])]);
    const result = of(input, { hides: ids => ids.length === 5 });
    assert.deepEqual([result.withheld, result.verdict, result.kinds], [{ code: 'people' }, null, []]);
  });

  it('does not depend on the order of items', () => {
    const input = inputOf([...usual, ...times(5, [2, [9], 3])]);
    assert.deepEqual(of({ ...input, items: input.items?.toReversed() ?? [] }), of(input));
  });
});
