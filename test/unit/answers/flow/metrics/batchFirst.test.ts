import assert from 'node:assert/strict';
import { batchFirstMetric } from '../../../../../src/answers/flow/metrics/batchFirst.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { ItemSize, WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure, type MadeGate } from '../madeInput.ts';

const calm = (week: number): number => [10, 11, 13, 12][week % 4]!;
/** Another rhythm, so that size tells nothing about time. */
const calmTime = (week: number): number => [10, 12, 11, 13, 11][week % 5]!;
const since =
  (first: number, then: number, usual = calm) =>
  (week: number): number =>
    week >= first ? then : usual(week);
const slower = (first: number) => since(first, 40, calmTime);

/** Four items a week, begun and finished in it: `lines` times ten, and `time` tenths of a day. */
function made(
  lines: (week: number, n: number) => number,
  time: (week: number, n: number) => number,
  changes: Partial<FlowInput> = {},
): FlowInput {
  const items: WorkItem[] = [];
  const sizes = new Map<string, ItemSize>();
  for (let week = 0; week < 26; week++)
    for (let n = 0; n < 4; n++) {
      const item = createWork(week * 7 + 5, time(week, n) / 10);
      items.push(item);
      sizes.set(item.id, { files: lines(week, n), lines: lines(week, n) * 10 });
    }
  return createInput({ items, sizes, ...changes });
}

const answer = (input: FlowInput, gate: MadeGate = {}) => measure(batchFirstMetric, input, gate);

describe('batchFirstMetric', () => {
  it('tells that size rose first, and that like sizes take no longer', () => {
    const found = answer(made(since(21, 40), slower(22)));
    assert.deepEqual(
      [found.withheld, found.verdict, found.sizeRose, found.timeRose, found.risesInsideSizes],
      [null, 'preceded', '2026-06-01', '2026-06-08', false],
    );
    assert.equal(found.n, 104);
    assert.equal(found.measure, 'lines');
    assert.equal(found.size?.points[21]?.value, 400);
  });

  it('tells that both rose together, and that size followed', () => {
    assert.equal(answer(made(since(22, 40), slower(22))).verdict, 'together');
    const followed = answer(made(since(25, 40), slower(20)));
    assert.deepEqual([followed.verdict, followed.risesInsideSizes], ['followed', true]);
  });

  it('tells that only one rose, or neither', () => {
    assert.equal(answer(made(since(21, 40), calmTime)).verdict, 'onlySize');
    const time = answer(made(calm, slower(21)));
    assert.deepEqual([time.verdict, time.risesInsideSizes], ['onlyTime', true]);
    const neither = answer(made(calm, calmTime));
    assert.deepEqual([neither.verdict, neither.sizeRose, neither.risesInsideSizes], ['neither', null, null]);
  });

  it('does not take less for more', () => {
    assert.equal(answer(made(since(20, 1), since(20, 1, calmTime))).verdict, 'neither');
  });

  it('correlates the size and the time of items', () => {
    const alike = answer(
      made(
        (week, n) => week + n,
        (week, n) => week + n + 1,
      ),
    );
    assert.ok(Math.abs(alike.correlation!.rho - 1) < 1e-9);
    const few = made(calm, calmTime);
    const finished = few.finished.slice(0, 19);
    assert.equal(answer({ ...few, finished }).correlation, null);
  });

  it('uses files where no lines were counted', () => {
    const input = made(since(21, 40), slower(22));
    const sizes = new Map([...input.sizes!].map(([id, { files }]) => [id, { files, lines: null }]));
    const found = answer({ ...input, sizes });
    assert.deepEqual([found.measure, found.size?.points[21]?.value, found.verdict], ['files', 40, 'preceded']);
  });

  it('cannot tell without sizes, starts or weeks, and says which', () => {
    assert.deepEqual(answer(made(calm, calm, { sizes: null })).withheld, { code: 'notRead' });
    assert.deepEqual(answer(createInput({ sizes: new Map() })).withheld, { code: 'nothing', what: 'finishedItems' });
    const squashed = made(calm, calmTime);
    const unknown = squashed.items.map(item => ({ ...item, start: null, startQuality: 'none' as const }));
    assert.equal(answer(createInput({ items: unknown, sizes: squashed.sizes })).withheld?.code, 'coverage');
    const short = made(calm, calmTime);
    assert.deepEqual(answer({ ...short, finished: short.finished.slice(0, 20) }).withheld, {
      code: 'tooFew',
      what: 'points',
      has: 5,
      needs: 6,
    });
  });

  it('says nothing about too few people, about one or two, or by divided exports', () => {
    const input = made(since(21, 40), slower(22));
    assert.deepEqual(answer(input, { hides: ids => ids.length === 104 }).withheld, { code: 'people' });
    assert.deepEqual(answer(input, { solo: true }).withheld, { code: 'solo' });
    assert.deepEqual(answer({ ...input, use: 'export', type: 'feature' }).withheld, { code: 'people' });
  });
});
