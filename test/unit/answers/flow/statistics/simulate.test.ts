import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../../src/answers/flow/statistics/random.ts';
import { howMany, periodsFor } from '../../../../../src/answers/flow/statistics/simulate.ts';

const DIE = [1, 2, 3, 4, 5, 6];
const many = (history: readonly number[], periods: number) => howMany(history, periods, createRandom('dice'));
const when = (history: readonly number[], items: number) => periodsFor(history, items, createRandom('dice'));
const values = (odds: readonly { readonly percent: number; readonly value: number | null }[] | null) =>
  odds?.map(({ percent, value }) => [percent, value]);

describe('howMany', () => {
  it('follows the law of two dice', () => {
    // P(at least 7) = 21/36, 6: 26/36, 5: 30/36 = .83, 4: 33/36 = .9167, 3: 35/36 = .97.
    assert.deepEqual(values(many(DIE, 2)), [
      [50, 7],
      [70, 6],
      [85, 4],
      [95, 3],
    ]);
  });

  it('counts weeks in which nothing finished', () => {
    // Two draws of 0 or 6: nothing at all in one of four.
    assert.deepEqual(values(many([0, 6], 2)), [
      [50, 6],
      [70, 6],
      [85, 0],
      [95, 0],
    ]);
  });

  it('knows nothing when nothing ever finished', () => {
    assert.equal(many([0, 0, 0], 4), null);
    assert.equal(many([], 4), null);
  });
});

describe('periodsFor', () => {
  it('follows the law of dice thrown until they add up to twelve', () => {
    // P(done by 3) = .3750, 4: .7608, 5: .9412, 6: .9901.
    assert.deepEqual(values(when(DIE, 12)), [
      [50, 4],
      [70, 4],
      [85, 5],
      [95, 6],
    ]);
  });

  it('is the number of equal weeks that is needed, at every odds', () => {
    const some = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), (each, items) => {
        const odds = periodsFor([each, each], items, createRandom('constant'), 20)!;
        assert.deepEqual(
          odds.map(({ value }) => value),
          Array.from({ length: 4 }, () => Math.ceil(items / each)),
        );
      }),
    );
  });

  it('has no answer beyond ten years', () => {
    assert.deepEqual(
      values(when([1], 521)),
      [50, 70, 85, 95].map(percent => [percent, null]),
    );
    assert.deepEqual(
      values(when([1], 520)),
      [50, 70, 85, 95].map(percent => [percent, 520]),
    );
  });

  it('knows nothing when nothing ever finished', () => {
    assert.equal(when([0, 0], 1), null);
  });
});
