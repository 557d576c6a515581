import assert from 'node:assert/strict';
import { predictabilityMetric } from '../../../../../src/answers/flow/metrics/predictability.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, DAY, measure } from '../madeInput.ts';

/** Items that took 1, 2, 3 … days, over `weeks` weeks. */
const items = (count: number, weeks = 10): WorkItem[] =>
  Array.from({ length: count }, (_, n) => createWork(7 * (n % weeks) + 30, n + 1));
const spread = (finished: readonly WorkItem[]) => measure(predictabilityMetric, createInput({ finished }));

describe('predictabilityMetric', () => {
  it('divides the 85 % time by the 50 % time (METRICS P1: 17 and 10 of 1 to 20)', () => {
    const { ratio, p50, p85, n } = spread(items(20));
    assert.deepEqual([ratio, p50, p85, n], [1.7, 10 * DAY, 17 * DAY, 20]);
  });

  it('needs 19 items with a known start', () => {
    assert.deepEqual(spread(items(18)).withheld, { code: 'tooFew', what: 'timedItems', has: 18, needs: 19 });
    assert.equal(spread(items(19)).withheld, null);
  });

  it('has an interval around it, the same at every look and in every order', () => {
    const made = items(60);
    const { ratio, interval, byWeeks } = spread(made);
    assert.ok(ratio !== null && interval !== null);
    assert.ok(interval.low >= 1 && interval.low <= ratio && ratio <= interval.high && interval.low < interval.high);
    assert.equal(byWeeks, true);
    assert.deepEqual(spread(made.toReversed()), spread(made));
  });

  it('is exactly 1 when all items take alike', () => {
    const alike = items(30).map(item => ({ ...item, start: item.end - 3 * DAY }));
    assert.deepEqual([spread(alike).ratio, spread(alike).interval], [1, { low: 1, high: 1 }]);
  });

  it('does not change when everything takes twice as long', () => {
    const made = items(40);
    const twice = made.map(item => ({ ...item, start: item.end - 2 * (item.end - (item.start ?? 0)) }));
    assert.deepEqual([spread(twice).ratio, spread(twice).interval], [spread(made).ratio, spread(made).interval]);
  });

  it('says when single items were drawn, as there are too few weeks', () => {
    assert.equal(spread(items(30, 5)).byWeeks, false);
    assert.equal(spread(items(30, 6)).byWeeks, true);
  });

  it('has no ratio to no time at all', () => {
    const instant = items(20).map((item, n) => (n < 12 ? { ...item, start: item.end } : item));
    assert.deepEqual([spread(instant).ratio, spread(instant).p50], [null, 0]);
  });
});
