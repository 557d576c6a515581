import assert from 'node:assert/strict';
import { evidenceTarget } from '../../../src/epics/evidenceTarget.ts';

describe('what a link points to', () => {
  for (const [written, kind, target = written, anchor = null] of [
    ['docs/a.md', 'path'],
    ['docs/a.md#rollback', 'path', 'docs/a.md', 'rollback'],
    ['docs/a.md#L10', 'path', 'docs/a.md', 'L10'],
    ['docs/a.md#', 'path', 'docs/a.md'],
    ['../src/a.ts', 'path'],
    ['/etc/passwd', 'path'],
    ['C:\\a', 'path'],
    ['#goals', 'path', './e.md', 'goals'],
    ['', 'path', './e.md'],
    ['Makefile', 'path'],
    ['v1-notes.md', 'path'],
    ['v2.md', 'path'],
    ['2026-10-01.md', 'path'],
    ['pay-101', 'path'],
    ['PAY-101.md', 'path'],
    ['PAY-101', 'ticket'],
    ['#123', 'ticket'],
    ['ticket:gh-12', 'ticket', '#12'],
    ['ticket:pay-101', 'ticket', 'PAY-101'],
    ['abcdef1', 'commit'],
    ['ABCDEF1', 'commit', 'abcdef1'],
    ['a'.repeat(40), 'commit'],
    ['a'.repeat(41), 'path'],
    ['abcdef', 'path'],
    ['commit:abcdef1', 'commit', 'abcdef1'],
    ['commit:main', 'url'],
    ['v2', 'tag'],
    ['v2.1.0', 'tag'],
    ['2.1', 'tag'],
    ['v2.1.0-rc.1', 'tag'],
    ['v2.1.0+build', 'tag'],
    ['2', 'path'],
    ['tag:release/2026', 'tag', 'release/2026'],
    ['https://example.com/a#b', 'url'],
    ['HTTP://EXAMPLE.COM', 'url'],
    ['//example.com', 'url'],
    ['www.example.com', 'url'],
    ['mailto:team@example.com', 'url'],
    ['javascript:alert(1)', 'url'],
    ['file:///etc/passwd', 'url'],
  ] as const)
    it(`${written} is a ${kind}`, () =>
      assert.deepEqual(evidenceTarget(written, 'outcomes/e.md'), { kind, target, anchor }));
});
