import assert from 'node:assert/strict';
import { wilson } from '../../../../src/answers/statistics/proportion.ts';

const rounded = (hits: number, of: number): string[] => {
  const { low, high } = wilson(hits, of)!;
  return [low, high].map(value => value.toFixed(4));
};

describe('wilson', () => {
  it('gives the intervals of Newcombe 1998, table I, method 3', () => {
    assert.deepEqual(rounded(81, 263), ['0.2553', '0.3662']);
    assert.deepEqual(rounded(15, 148), ['0.0624', '0.1605']);
    assert.deepEqual(rounded(0, 20), ['0.0000', '0.1611']);
    assert.deepEqual(rounded(1, 29), ['0.0061', '0.1718']);
    assert.deepEqual(rounded(0, 10), ['0.0000', '0.2775']);
  });

  it('stays within 0 and 1', () => {
    assert.deepEqual(wilson(10, 10)?.high, 1);
    assert.deepEqual(wilson(0, 3)?.low, 0);
  });

  it('knows nothing about no cases', () => {
    assert.equal(wilson(0, 0), null);
  });
});
