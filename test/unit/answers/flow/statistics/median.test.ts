import assert from 'node:assert/strict';
import { median } from '../../../../../src/answers/flow/statistics/median.ts';

describe('median', () => {
  it('is the middle value, or the midpoint of the two middle ones', () => {
    assert.equal(median([50, 15, 35, 20, 40]), 35);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(median([7]), 7);
  });

  it('of nothing is nothing', () => {
    assert.equal(median([]), null);
  });

  it('has no end when half of the values have none', () => {
    assert.equal(median([1, Infinity]), Infinity);
    assert.equal(median([1, 2, Infinity]), 2);
    assert.equal(median([Infinity, Infinity]), Infinity);
  });
});
