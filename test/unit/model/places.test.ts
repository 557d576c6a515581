import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesIn } from '../../../src/model/textRange.ts';

describe('a place in a text', () => {
  it('is counted from 1, and lines end in CR LF, LF or CR', () => {
    const text = 'ab\r\nc\rd\n\ne';
    const places = placesIn(text);
    const at = (letter: string) => {
      const { line, column } = places(text.indexOf(letter));
      return `${letter} ${line}:${column}`;
    };
    assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(at), ['a 1:1', 'b 1:2', 'c 2:1', 'd 3:1', 'e 5:1']);
    assert.deepEqual(places(text.length), { line: 5, column: 2 });
    assert.deepEqual(placesIn('')(0), { line: 1, column: 1 });
  });

  it('is what cutting the text into lines tells', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')).map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        // Between the two of a CR LF nothing stands.
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
        const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
        assert.deepEqual(placesIn(text)(offset), { line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
      }),
    );
  });
});
