import assert from 'node:assert/strict';
import fc from 'fast-check';
import { median } from '../../../../../src/answers/flow/statistics/median.ts';
import { a12, hodgesLehmann, mannWhitney } from '../../../../../src/answers/flow/statistics/twoGroups.ts';

// The example of scipy's documentation of Mann-Whitney's test.
const MALES = [19, 22, 16, 29, 24];
const FEMALES = [20, 11, 17, 12];

const near = (actual: number | undefined, expected: number): void =>
  assert.ok(actual !== undefined && Math.abs(actual / expected - 1) < 1e-9, `${actual ?? ''} is not ${expected}`);

describe('mannWhitney', () => {
  it('gives U and the exact p of scipy’s example', () => {
    const test = mannWhitney(FEMALES, MALES);
    assert.equal(test?.u, 17);
    assert.equal(test.exact, true);
    near(test.p, 1 / 9);
    near(mannWhitney(MALES, FEMALES)?.p, 1 / 9);
    assert.equal(mannWhitney(MALES, FEMALES)?.u, 3);
  });

  it('is exact for a small group beside a large one (scipy: U 63, p 0.0414099263)', () => {
    const large = Array.from({ length: 30 }, (_, i) => 1.5 * i);
    const small = Array.from({ length: 8 }, (_, i) => 1.7 * i + 5.03);
    const test = mannWhitney(large, small);
    assert.deepEqual([test?.u, test?.exact], [63, true]);
    near(test?.p, 0.04140992630955678);
  });

  it('uses the normal approximation where values are equal (scipy: U 73.5, p 0.200378)', () => {
    const test = mannWhitney([1, 2, 2, 3, 5, 5, 5, 8, 9, 13], [2, 5, 5, 6, 8, 8, 9, 13, 20, 21, 1]);
    assert.deepEqual([test?.u, test?.exact], [73.5, false]);
    near(test?.p, 0.20037804670785198);
  });

  it('uses it, corrected for continuity, where both groups have more than 8 values (scipy: U 75.0, p 0.145151837)', () => {
    const before = Array.from({ length: 12 }, (_, i) => 1.5 * i);
    const after = Array.from({ length: 9 }, (_, i) => 1.7 * i + 5.03);
    const test = mannWhitney(before, after);
    assert.deepEqual([test?.u, test?.exact], [75, false]);
    near(test?.p, 0.14515183740205176);
  });

  it('takes values without an end as equal', () => {
    // By hand: of the four pairs 2 > 1 and Infinity > 1 count whole, Infinity and Infinity one half.
    assert.equal(mannWhitney([1, Infinity], [2, Infinity])?.u, 2.5);
  });

  it('sees no difference between groups that are all alike', () => {
    assert.deepEqual(mannWhitney([3, 3, 3], [3, 3]), { u: 3, p: 1, exact: false });
  });

  it('needs values on both sides', () => {
    assert.equal(mannWhitney([], [1]), null);
    assert.equal(mannWhitney([1], []), null);
  });
});

describe('a12', () => {
  it('is the share of pairs in which the later value is larger (0.85 in scipy’s example)', () => {
    assert.equal(a12(FEMALES, MALES), 0.85);
    assert.equal(a12([1, 2], [1, 2]), 0.5);
    assert.equal(a12([1], []), null);
  });
});

describe('hodgesLehmann', () => {
  it('is 7 for scipy’s example', () => {
    assert.equal(hodgesLehmann(FEMALES, MALES), 7);
    assert.equal(hodgesLehmann(MALES, FEMALES), -7);
  });

  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 25 });

  it('is the median of all differences', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const differences = after.flatMap(one => before.map(other => one - other));
        // Adding 0 turns -0 into 0.
        assert.equal(hodgesLehmann(before, after)! + 0, median(differences)! + 0);
      }),
    );
  });

  it('shifts by what is added to every value after', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: -1000, max: 1000 }), (before, after, by) => {
        const moved = hodgesLehmann(
          before,
          after.map(value => value + by),
        );
        assert.equal(moved, hodgesLehmann(before, after)! + by);
      }),
    );
  });

  it('takes two values without an end as equal, and has none itself when the middle has none', () => {
    // Differences: 2-1, 2-Inf, Inf-1, Inf-Inf = 1, -Inf, Inf, 0.
    assert.equal(hodgesLehmann([1, Infinity], [2, Infinity]), 0.5);
    assert.equal(hodgesLehmann([1, 2, 3], [4, Infinity, Infinity]), null);
    assert.equal(hodgesLehmann([Infinity], [1]), null);
    assert.equal(hodgesLehmann([Infinity], [Infinity]), 0);
  });

  it('answers for groups of many thousands', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => i);
    assert.equal(
      hodgesLehmann(
        before,
        before.map(value => value + 9),
      ),
      9,
    );
  });

  it('needs values on both sides', () => {
    assert.equal(hodgesLehmann([], [1]), null);
    assert.equal(hodgesLehmann([1], []), null);
  });
});
