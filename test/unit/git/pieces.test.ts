import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSplitter } from '../../../src/git/pieces.ts';

describe('cutting bytes into pieces', () => {
  it('gives the same pieces wherever the bytes are cut, and nothing after the last mark', () => {
    const texts = fc.array(fc.stringMatching(/^[a-z\n]{0,5}$/));
    const cuts = fc.array(fc.nat({ max: 40 }));
    fc.assert(
      fc.property(texts, fc.stringMatching(/^[a-z]{0,5}$/), cuts, (pieces, rest, at) => {
        const found: string[] = [];
        const split = createSplitter(0, piece => found.push(piece.toString()));
        const bytes = Buffer.from(pieces.map(piece => `${piece}\0`).join('') + rest);
        let start = 0;
        for (const end of [...at.sort((a, b) => a - b), bytes.length]) {
          split(bytes.subarray(start, end));
          start = Math.max(start, Math.min(end, bytes.length));
        }
        assert.deepEqual(found, pieces);
      }),
    );
  });
});
