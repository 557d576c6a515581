import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bootstrapMedianDifference,
  bootstrapRatio,
  type Clustered,
} from '../../../../../src/answers/flow/statistics/bootstrap.ts';
import { createRandom } from '../../../../../src/answers/flow/statistics/random.ts';

/** Treated mice of Efron and Tibshirani 1993, table 2.1: days survived. */
const MICE = [94, 197, 16, 38, 99, 141, 23];

const alone = (values: readonly number[]): Clustered[] => values.map(value => ({ value, cluster: 0 }));
/** Each of the values in a week of its own, `times` times. */
const weekly = (values: readonly number[], times = 1): Clustered[] =>
  values.flatMap((value, cluster) => Array.from({ length: times }, () => ({ value, cluster })));
const difference = (before: readonly Clustered[], after: readonly Clustered[], seed = 'mice') =>
  bootstrapMedianDifference(before, after, createRandom(seed));

describe('bootstrapMedianDifference', () => {
  it('gives Efron and Tibshirani’s interval for the median of the mice, 23 to 141', () => {
    assert.deepEqual(difference(alone([0]), alone(MICE)), { low: 23, high: 141, clustered: false });
    assert.deepEqual(difference(alone(MICE), alone([0])), { low: -141, high: -23, clustered: false });
  });

  it('draws the medians of the mice as often as their exact distribution says', () => {
    // The chance that a drawn median is at most the k-th smallest; draws of one resample at a time show it.
    const exact = [0.01015, 0.09812, 0.23863, 0.3062, 0.23863, 0.09812, 0.01015];
    const sorted = MICE.toSorted((a, b) => a - b);
    const random = createRandom('one at a time');
    const counts = new Map<number, number>();
    const draws = 10_000;
    for (let draw = 0; draw < draws; draw++) {
      const drawn = bootstrapMedianDifference(alone([0]), alone(MICE), random, 1)!.low;
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    sorted.forEach((value, k) => assert.ok(Math.abs((counts.get(value) ?? 0) / draws - exact[k]!) < 0.02));
  });

  it('draws whole weeks from six weeks on', () => {
    // Seven weeks of one value each are as uncertain as seven values, however many items a week has.
    const constant = weekly([0, 0, 0, 0, 0, 0]);
    assert.deepEqual(difference(constant, weekly(MICE, 9)), { low: 23, high: 141, clustered: true });
    // Items of the same weeks, drawn one by one, pretend to know more.
    const single = difference(
      constant,
      weekly(MICE, 9).map(({ value }) => ({ value, cluster: 0 })),
    );
    assert.equal(single?.clustered, false);
    assert.ok(single.low > 23 && single.high < 141);
  });

  it('draws items when one side has fewer than six weeks', () => {
    assert.equal(difference(weekly([1, 2, 3, 4, 5]), weekly([1, 2, 3, 4, 5, 6]))?.clustered, false);
    assert.equal(difference(weekly([1, 2, 3, 4, 5, 6]), weekly([1, 2, 3, 4, 5, 6]))?.clustered, true);
  });

  it('does not depend on the order of the items', () => {
    const some = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 50 }), cluster: fc.integer({ min: 0, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const of = (one: readonly Clustered[], other: readonly Clustered[]) =>
          bootstrapMedianDifference(one, other, createRandom('order'), 50);
        assert.deepEqual(of(before.toReversed(), after.toReversed()), of(before, after));
      }),
      { numRuns: 50 },
    );
  });

  it('has an open end where draws have no end', () => {
    const open = difference(alone([1, 1, 1]), alone([2, 2, Infinity]));
    assert.deepEqual([open?.low, open?.high], [1, Infinity]);
    const unknown = difference(alone([1, Infinity]), alone([1, Infinity]));
    assert.deepEqual([unknown?.low, unknown?.high], [-Infinity, Infinity]);
  });

  it('needs values on both sides', () => {
    assert.equal(difference([], alone([1])), null);
    assert.equal(difference(alone([1]), []), null);
  });
});

describe('bootstrapRatio', () => {
  it('is 1 to 1 when all values are alike', () => {
    assert.deepEqual(bootstrapRatio(alone([5, 5, 5]), createRandom('same')), { low: 1, high: 1, clustered: false });
  });

  it('holds the ratio of the sample and is no wider than its extremes', () => {
    const values = Array.from({ length: 60 }, (_, i) => ({ value: 10 + i, cluster: i % 12 }));
    const interval = bootstrapRatio(values, createRandom('ratio'))!;
    // Nearest ranks 30 and 51 of 60.
    const ratio = 60 / 39;
    assert.ok(interval.low < ratio && ratio < interval.high);
    assert.ok(interval.low > 1 && interval.high < 69 / 10);
    assert.equal(interval.clustered, true);
  });

  it('does not change when all values grow alike', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ value: 2 ** (i % 7), cluster: i % 8 }));
    const scaled = values.map(({ value, cluster }) => ({ value: value * 1024, cluster }));
    assert.deepEqual(bootstrapRatio(scaled, createRandom('s'), 500), bootstrapRatio(values, createRandom('s'), 500));
  });

  it('needs values', () => {
    assert.equal(bootstrapRatio([], createRandom('none')), null);
  });
});
