import assert from 'node:assert/strict';
import { QUALITY_LINES, type QualityReport } from '../../../../src/model/flow/quality.ts';
import { qualityLines, shallowNotice, squashNotice } from '../../../../src/wording/figures/dataQuality.ts';

const REPORT: QualityReport = {
  lines: QUALITY_LINES.map(id => ({ id, count: 1, of: 2, items: ['w1'] })),
  items: 100,
  squashed: 85,
  shallowSince: null,
};

describe('qualityLines', () => {
  it('say of each line what is counted and what it means, and carry its items', () => {
    const lines = qualityLines(REPORT);
    assert.equal(lines.length, QUALITY_LINES.length);
    assert.equal(new Set(lines.map(({ label }) => label)).size, lines.length);
    for (const { meaning, count, of, items } of lines) {
      assert.match(meaning, /\.$/);
      assert.deepEqual([count, of, items], [1, 2, ['w1']]);
    }
  });
});

describe('squashNotice', () => {
  it('says what is true and what a connection would add, from 85 % on', () => {
    const notice = squashNotice(REPORT);
    assert.match(notice, /^This team squashes its changes \(85 of 100 items, 85 %\)/);
    assert.match(notice, /ticket or pull-request connection would add/);
    assert.doesNotMatch(notice, /\n/);
  });

  it('says nothing below, or without items', () => {
    assert.equal(squashNotice({ ...REPORT, squashed: 84 }), '');
    assert.equal(squashNotice({ ...REPORT, items: 0, squashed: 0 }), '');
  });
});

describe('shallowNotice', () => {
  it('says since when a shallow clone knows anything', () => {
    assert.equal(shallowNotice(REPORT), '');
    assert.match(shallowNotice({ ...REPORT, shallowSince: '2026-01-07' }), /nothing before 7 Jan 2026 is known/);
  });
});
