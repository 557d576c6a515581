import assert from 'node:assert/strict';
import { createBlobParser } from '../../../src/git/blobParser.ts';

function read(text: string, largest: number, step = text.length): readonly [string, string][] {
  const found: [string, string][] = [];
  const take = createBlobParser(largest, (hash, bytes) => found.push([hash, bytes.toString()]));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) take(bytes.subarray(at, at + step));
  return found;
}

describe('parsing contents', () => {
  const text = 'aa blob 4\na\nb\n\nbb missing\ncc blob 0\n\ndd blob 9\n123\n56789\nee tree 2\nxx\nff blob 5\nümlu\n\n';

  it('tells each content whole, whatever lines are in it; what is not here and what is no file is left out', () => {
    const expected = [
      ['aa', 'a\nb\n'],
      ['cc', ''],
      ['dd', '123\n56789'],
      ['ff', 'ümlu'],
    ];
    assert.deepEqual(read(text, 100), expected);
    for (const step of [1, 3, 10]) assert.deepEqual(read(text, 100, step), expected);
  });

  it('passes over what is too large, and goes on behind it', () => {
    for (const step of [1, 5, 200])
      assert.deepEqual(read(text, 5, step), [
        ['aa', 'a\nb\n'],
        ['cc', ''],
        ['ff', 'ümlu'],
      ]);
  });
});
