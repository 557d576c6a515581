import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/model/textRange.ts';

describe('text edits', () => {
  it('keep everything outside their ranges, in any order', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 0, end: 1, text: '' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'bcdEf');
    assert.equal(applyEdits('abcdef', [...edits].reverse()), 'bcdEf');
  });

  it('refuse to overlap', () => {
    assert.throws(
      () =>
        applyEdits('abc', [
          { start: 0, end: 2, text: '' },
          { start: 1, end: 3, text: '' },
        ]),
      RangeError,
    );
  });

  it('with the text that is there change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        assert.equal(applyEdits(text, [{ start: start!, end: end!, text: text.slice(start, end) }]), text);
      }),
    );
  });
});
