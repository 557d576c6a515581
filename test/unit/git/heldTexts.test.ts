import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GitClient } from '../../../src/git/gitClient.ts';
import { readHeldTexts } from '../../../src/git/heldTexts.ts';

interface Line {
  readonly path: string;
  readonly text: string;
}

/** A git that knows these lines and hands them over in pieces of `size` bytes. */
function madeGit(lines: readonly Line[], size: number) {
  const rounds: { readonly texts: readonly string[]; bytes: number }[] = [];
  const stream: GitClient['stream'] = (_folder, asked, take) => {
    const texts = asked.stream === 'holders' ? asked.texts : [];
    const round = { texts, bytes: 0 };
    rounds.push(round);
    const hits = lines.filter(line => texts.some(text => line.text.includes(text)));
    const answer = Buffer.from(hits.map(({ path, text }) => `${path}\0${text}\n`).join(''));
    for (let at = 0; at < answer.length; at += size) {
      const piece = answer.subarray(at, at + size);
      round.bytes += piece.length;
      if (!take(piece)) break;
    }
    return Promise.resolve();
  };
  return { client: { stream } as GitClient, rounds };
}

describe('texts that tracked files hold', () => {
  it('are found however git’s answer is cut, whatever the files are called', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '😀', ' '), minLength: 1, maxLength: 4 });
    const line = fc.record({
      path: fc.constantFrom('x', 'src/a b', 'c\nd', 'outcomes/e', 'outcomes/f\ng', 'ü/outcomes/h'),
      text: fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '😀', ' ', '\0'), maxLength: 12 }),
    });
    const someLines = fc.array(line, { maxLength: 6 });
    const some = fc.array(word, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(someLines, some, fc.integer({ min: 1, max: 9 }), async (lines, texts, size) => {
        const found = await readHeldTexts(madeGit(lines, size).client, '/r', texts, 'outcomes');
        const counted = lines.filter(({ path }) => !path.startsWith('outcomes/'));
        const expected = texts.filter(text => counted.some(one => one.text.includes(text)));
        assert.deepEqual([...found].sort(), [...new Set(expected)].sort());
      }),
    );
  });

  it('are asked for anew without those that were found, so that the lines of a common word do not all come', async () => {
    const common = Array.from({ length: 20_000 }, (_, at) => ({ path: `src/${at}.ts`, text: 'return common;' }));
    const { client, rounds } = madeGit([...common, { path: 'last.ts', text: 'rare' }], 65_536);
    const found = await readHeldTexts(client, '/r', ['gone', 'common', 'rare'], 'outcomes');
    assert.deepEqual([...found].sort(), ['common', 'rare']);
    assert.deepEqual(
      rounds.map(({ texts }) => texts),
      [
        ['gone', 'common', 'rare'],
        ['gone', 'rare'],
      ],
    );
    assert.ok(rounds.every(({ bytes }) => bytes <= 3 * 65_536));
  });

  it('are found in a line before it ends, and what came of it is not kept', async () => {
    // One buffer for all pieces, as if what was handed over were gone.
    const piece = Buffer.alloc(65_536);
    let pieces = 0;
    const stream: GitClient['stream'] = (_folder, _asked, take) => {
      take(Buffer.from('dist/one.js\0the'));
      const text = (at: number) => (at === 0 ? ' start;' : at === 50 ? 'the end;' : 'abcdefg;');
      while (pieces < 100 && take(piece.fill(text(pieces)))) pieces++;
      return Promise.resolve();
    };
    const found = await readHeldTexts({ stream } as GitClient, '/r', ['the start;', 'g;the end;'], 'outcomes');
    assert.deepEqual([...found].sort(), ['g;the end;', 'the start;']);
    assert.equal(pieces, 50);
  });
});
