import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clearest } from '../../../../../src/answers/flow/metrics/clearest.ts';
import { createRandom } from '../../../../../src/answers/flow/statistics/random.ts';

const find = (rows: readonly (readonly number[])[]) => clearest(rows, createRandom('a test'));

describe('clearest', () => {
  it('is sure of a place that is the first in every item', () => {
    assert.deepEqual(
      find([
        [1, 9, 2],
        [2, 8, 1],
        [0, 3, 1],
      ]),
      { column: 1, held: 1, isClear: true },
    );
  });

  it('is not sure of a place that one item makes the first', () => {
    // Without that item, which 36 of 100 draws of ten leave out (0.9 ** 10 = 0.349), the other column is larger.
    const found = find([[0, 100], ...Array.from({ length: 9 }, () => [5, 0])]);
    assert.equal(found?.column, 1);
    assert.ok(Math.abs(found.held - (1 - 0.9 ** 10)) < 0.05);
    assert.equal(found.isClear, false);
  });

  it('finds nothing where nobody waited', () => {
    assert.equal(
      find([
        [0, 0],
        [0, 0],
      ]),
      null,
    );
    assert.equal(find([]), null);
    assert.equal(find([[], []]), null);
  });

  it('does not depend on the order of items', () => {
    const rows = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { maxLength: 12 });
    fc.assert(
      fc.property(rows, made => {
        assert.deepEqual(find(made.toReversed()), find(made));
      }),
      { numRuns: 40 },
    );
  });
});
