import assert from 'node:assert/strict';
import { createRandom, pcg32 } from '../../../../../src/answers/flow/statistics/random.ts';

describe('pcg32', () => {
  it('gives the numbers of the published demo (seed 42, stream 54)', () => {
    const next = pcg32(42n, 54n);
    assert.deepEqual(
      Array.from({ length: 6 }, () => next()),
      [0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e],
    );
  });
});

describe('createRandom', () => {
  const draw = (seed: string, count: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: count }, () => random());
  };

  it('repeats itself for the same text and differs for another', () => {
    assert.deepEqual(draw('2026-01-05 forecast', 50), draw('2026-01-05 forecast', 50));
    assert.notDeepEqual(draw('2026-01-05 forecast', 50), draw('2026-01-12 forecast', 50));
    assert.notDeepEqual(draw('ab', 5), draw('ba', 5));
  });

  it('fills [0, 1) evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of draw('any', 100_000)) {
      assert.ok(value >= 0 && value < 1);
      tenths[Math.floor(value * 10)]!++;
    }
    // Five standard deviations of a tenth of 100,000 draws.
    for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 475, String(count));
  });
});
