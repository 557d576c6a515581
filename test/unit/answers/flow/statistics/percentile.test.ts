import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leastValuesFor, nearestRank } from '../../../../../src/answers/flow/statistics/percentile.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('nearestRank', () => {
  it('gives the values of the published examples of the nearest-rank method', () => {
    const wikipedia = [15, 20, 35, 40, 50];
    const expected = { 5: 15, 30: 20, 40: 20, 50: 35, 100: 50 };
    for (const [percent, value] of Object.entries(expected))
      assert.equal(nearestRank(wikipedia, Number(percent)), value);
    assert.deepEqual(
      [0, 50, 85, 100].map(percent => nearestRank(upTo(10), percent)),
      [1, 5, 9, 10],
    );
    assert.equal(nearestRank(upTo(20), 85), 17);
    assert.equal(nearestRank(upTo(40), 85), 34);
    assert.equal(nearestRank(upTo(100), 85), 85);
    assert.equal(nearestRank([1, 3, 5, 5, 9], 50), 5);
    assert.equal(nearestRank([...upTo(19), 500], 85), 17);
    assert.equal(nearestRank([], 50), null);
  });

  it('differs from the interpolating types: R type 7 gives 29, NIST (type 6) 95.19807', () => {
    assert.equal(nearestRank([15, 20, 35, 40, 50], 40), 20);
    const wafers = [
      95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
    ];
    assert.equal(
      nearestRank(
        wafers.sort((a, b) => a - b),
        90,
      ),
      95.1959,
    );
  });

  const values = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 200 });
  const percents = fc.integer({ min: 1, max: 100 });
  const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

  it('is a value that at least P % do not exceed, and the smallest such', () => {
    fc.assert(
      fc.property(values, percents, (numbers, percent) => {
        const value = nearestRank(sorted(numbers), percent)!;
        assert.ok(numbers.includes(value));
        const within = (limit: number): number => numbers.filter(number => number <= limit).length * 100;
        assert.ok(within(value) >= percent * numbers.length);
        const smaller = numbers.filter(number => number < value);
        if (smaller.length > 0) assert.ok(within(Math.max(...smaller)) < percent * numbers.length);
      }),
    );
  });

  it('shifts and scales with the values', () => {
    fc.assert(
      fc.property(values, percents, fc.integer({ min: 0, max: 1e6 }), (numbers, percent, by) => {
        const value = nearestRank(sorted(numbers), percent)!;
        assert.equal(nearestRank(sorted(numbers.map(number => number + by)), percent), value + by);
        assert.equal(nearestRank(sorted(numbers.map(number => number * by)), percent), value * by);
      }),
    );
  });
});

describe('leastValuesFor', () => {
  it('asks for 5, 19 and 59 values (Wilks 1941)', () => {
    assert.deepEqual([50, 85, 95].map(leastValuesFor), [5, 19, 59]);
  });
});
