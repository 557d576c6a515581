import assert from 'node:assert/strict';
import { exportName, lastDay, learntName } from '../../../../src/wording/figures/exported.ts';

describe('the name of a saved figure', () => {
  const window = { from: '2026-05-18', to: '2026-11-16', weeks: 26 };

  it('carries repository, figure and window, with the last day included', () => {
    assert.equal(lastDay(window), '2026-11-15');
    assert.equal(exportName('shop', 'throughput', window), 'shop-throughput-2026-05-18-to-2026-11-15');
  });

  it('carries the day of the answer where it is about no window', () => {
    assert.equal(learntName('a shop', 'calibration', '2026-11-20'), 'a-shop-calibration-2026-11-20');
  });

  it('has nothing that a file system refuses', () => {
    assert.equal(exportName('a b:c/d?', 'age', window), 'a-b-c-d--age-2026-05-18-to-2026-11-15');
  });
});
