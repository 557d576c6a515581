import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hoveredPart } from '../../../../src/vscode/editor/whyHover/linePlaces.ts';

const LINE = '  total(1); \t';

describe('where the hover about a line answers', () => {
  const at = (text: string, character: number) => hoveredPart(text, character, 'lineEnd');

  it('is behind the last character that is no white space', () => {
    assert.deepEqual(at(LINE, 11), { start: 11, end: 13 });
    assert.deepEqual(at(LINE, 13), { start: 11, end: 13 });
    assert.deepEqual(at('x', 1), { start: 1, end: 1 });
    assert.equal(at(LINE, 10), null);
    assert.equal(at('x', 0), null);
  });

  it('is in the indentation, and not on the first character behind it', () => {
    assert.deepEqual(at(LINE, 0), { start: 0, end: 2 });
    assert.deepEqual(at(LINE, 1), { start: 0, end: 2 });
    assert.equal(at(LINE, 2), null);
  });

  it('is anywhere on a blank line', () => {
    assert.deepEqual(at('', 0), { start: 0, end: 0 });
    assert.deepEqual(at('   ', 2), { start: 0, end: 3 });
  });

  it('is everywhere or nowhere where the person set it so', () => {
    assert.deepEqual(hoveredPart(LINE, 4, 'line'), { start: 0, end: 13 });
    for (const character of [0, 4, 13]) assert.equal(hoveredPart(LINE, character, 'off'), null);
  });

  it('is never on a character of a word, and always a part that holds the place', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\t', 'a', '.', '\u00a0', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(24), (line, place) => {
        const character = Math.min(place, line.length);
        const part = at(line, character);
        const isWhite = line.slice(character).trimStart() === '' || line.slice(0, character + 1).trim() === '';
        assert.equal(part !== null, isWhite);
        if (part === null) return;
        assert.ok(part.start <= character && character <= part.end);
        assert.equal(line.slice(part.start, part.end).trim(), '');
      }),
    );
  });
});
