import assert from 'node:assert/strict';
import { percentilesOf } from '../../../../../src/answers/flow/metrics/percentiles.ts';

const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const secondsOf = (values: readonly number[], least = 0): (number | null)[] =>
  percentilesOf(values, [50, 85, 95], least).map(({ seconds }) => seconds);

describe('percentilesOf', () => {
  it('takes the nearest rank (METRICS P1)', () => {
    assert.deepEqual(secondsOf([9, 1, 5, 5, 3]), [5, null, null]);
    assert.deepEqual(secondsOf(oneTo(20)), [10, 17, null]);
    assert.deepEqual(secondsOf([500, ...oneTo(19)]), [10, 17, null]);
    assert.deepEqual(secondsOf(oneTo(40)), [20, 34, null]);
    assert.deepEqual(secondsOf(oneTo(100)), [50, 85, 95]);
    assert.deepEqual(secondsOf([]), [null, null, null]);
  });

  it('asks for as many values as Wilks does, or for more', () => {
    assert.deepEqual(
      percentilesOf([], [50, 85, 95]).map(({ needs }) => needs),
      [5, 19, 59],
    );
    assert.deepEqual(secondsOf(oneTo(18), 19), [null, null, null]);
    assert.deepEqual(secondsOf(oneTo(19), 19), [10, 17, null]);
  });
});
