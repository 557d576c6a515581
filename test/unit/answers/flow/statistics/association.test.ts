import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fisherExact } from '../../../../../src/answers/flow/statistics/fisher.ts';
import { holm } from '../../../../../src/answers/flow/statistics/holm.ts';
import { spearman } from '../../../../../src/answers/flow/statistics/spearman.ts';

const near = (actual: number | undefined, expected: number, by = 1e-9): void =>
  assert.ok(actual !== undefined && Math.abs(actual / expected - 1) < by, `${actual ?? ''} is not ${expected}`);

describe('fisherExact', () => {
  it('gives the p-values of the lady tasting tea (R’s documentation)', () => {
    const tea = fisherExact([
      [3, 1],
      [1, 3],
    ]);
    near(tea.twoSided, 34 / 70);
    near(tea.greater, 17 / 70);
  });

  it('gives those of scipy for a small and a larger table', () => {
    const small = fisherExact([
      [8, 2],
      [1, 5],
    ]);
    near(small.twoSided, 0.034965034965034975);
    near(small.greater, 0.024475524475524483);
    const large = fisherExact([
      [30, 70],
      [90, 310],
    ]);
    near(large.twoSided, 0.11832809322206937);
    near(large.greater, 0.0767442949109054);
  });

  it('finds nothing in empty rows', () => {
    assert.deepEqual(
      fisherExact([
        [0, 0],
        [3, 4],
      ]),
      { twoSided: 1, greater: 1 },
    );
  });

  it('sees the same association in rows and columns', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const one = fisherExact([
          [a, b],
          [c, d],
        ]);
        const other = fisherExact([
          [a, c],
          [b, d],
        ]);
        assert.ok(Math.abs(one.twoSided - other.twoSided) < 1e-9);
        assert.ok(one.greater <= 1 && one.twoSided <= 1);
      }),
    );
  });
});

describe('holm', () => {
  it('multiplies the smallest p by the number of tests, the next by one less, and never falls', () => {
    // By hand: 0.01 * 4; 0.02 * 3; 0.03 * 2 is no less than 0.06; 0.04 * 1 is lifted to 0.06.
    assert.deepEqual(holm([0.04, 0.01, 0.03, 0.02]), [0.06, 0.04, 0.06, 0.06]);
    assert.deepEqual(holm([0.6, 0.9]), [1, 1]);
    assert.deepEqual(holm([0.03]), [0.03]);
    assert.deepEqual(holm([]), []);
  });
});

describe('spearman', () => {
  const IQ = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const HOURS = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];

  it('gives Wikipedia’s example of IQ and hours of television', () => {
    const found = spearman(IQ, HOURS);
    near(found?.rho, -29 / 165);
    near(found?.p, 0.6272, 1e-4);
  });

  it('gives equal values their mean rank (scipy: 0.433455, p 0.210780)', () => {
    const found = spearman([1, 2, 2, 3, 5, 5, 5, 8, 9, 13], [2, 5, 5, 6, 8, 8, 9, 13, 20, 1]);
    near(found?.rho, 0.4334552290408112);
    near(found?.p, 0.21078037626535337);
  });

  it('is 1 or -1 where the order is the same or reversed', () => {
    assert.deepEqual(spearman([1, 2, 3, 4], [10, 20, 300, 4000]), { rho: 1, p: 0 });
    assert.deepEqual(spearman([1, 2, 3, 4], [4, 3, 2, 1]), { rho: -1, p: 0 });
  });

  it('says nothing about too few pairs or one value only', () => {
    assert.equal(spearman([1, 2], [1, 2]), null);
    assert.equal(spearman([5, 5, 5], [1, 2, 3]), null);
  });

  it('refuses sides of different lengths', () => {
    assert.throws(() => spearman([1, 2, 3], [1, 2]), RangeError);
  });
});
