import assert from 'node:assert/strict';
import { QUALITY_LINES, type QualityLineId, type QualityReport } from '../../../../src/model/flow/quality.ts';
import { qualityLines, shallowNotice, squashNotice } from '../../../../src/wording/figures/dataQuality.ts';

const REPORT: QualityReport = {
  lines: QUALITY_LINES.map((id, index) => ({ id, count: 1 + index, of: 50, items: ['w1'] })),
  items: 100,
  squashed: 85,
  hasEpics: true,
  shallowSince: null,
};

describe('qualityLines', () => {
  it('say of each line what is counted and what it means, and carry its items', () => {
    const lines = qualityLines(REPORT);
    assert.equal(lines.length, QUALITY_LINES.length);
    assert.equal(new Set(lines.map(({ label }) => label)).size, lines.length);
    for (const { meaning, of, items } of lines) {
      assert.match(meaning, /\.$/);
      assert.deepEqual([of, items], [50, ['w1']]);
    }
  });

  it('come in the order in which they matter, each with its own count', () => {
    const lines = qualityLines(REPORT);
    assert.deepEqual(
      lines.map(({ id }) => id),
      [
        ...['knownStart', 'noStart', 'landingOnly', 'squash', 'shallow', 'clockSkew', 'ungrouped', 'automated'],
        ...['undeployed', 'unresolvedReverts'],
        ...['withTicket', 'withEpic', 'ticketWithoutEpic', 'unknownType', 'keywordType'],
        ...['branchStart', 'singleStart', 'rebased', 'aged', 'forwardMerges', 'syncMerges'],
      ],
    );
    for (const { id, count } of lines) assert.equal(count, 1 + QUALITY_LINES.indexOf(id));
  });

  it('say nothing twice: neither a part that is all of its whole, nor each work without an epic where there is none', () => {
    const line = (id: QualityLineId, count: number) => ({ id, count, of: 362, items: [] });
    const lines = [
      ...[line('knownStart', 352), line('withTicket', 338), line('withEpic', 0)],
      ...[line('branchStart', 352), line('ticketWithoutEpic', 338)],
    ];
    const told = (hasEpics: boolean) => qualityLines({ ...REPORT, hasEpics, lines }).map(({ label }) => label);
    assert.deepEqual(told(true), ['Start of work known', 'With a ticket', 'With an epic file']);
    assert.deepEqual(told(false), ['Start of work known', 'With a ticket', 'With an epic file: there are none yet']);
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
