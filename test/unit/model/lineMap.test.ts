import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, mapLines } from '../../../src/model/text/lineMap.ts';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', '', '}', 'unique 1', 'unique 2'), { maxLength: 40 });

describe('lines of two texts', () => {
  it('are the same where nothing changed', () => {
    fc.assert(fc.property(texts, lines => assert.deepEqual([...mapLines(lines, lines)], [...lines.keys()])));
  });

  it('are paired only where they are equal, and in order', () => {
    fc.assert(
      fc.property(texts, texts, (now, before) => {
        let last = -1;
        mapLines(now, before).forEach((pair, at) => {
          if (pair === -1) return;
          assert.ok(pair > last);
          assert.equal(now[at], before[pair]);
          last = pair;
        });
      }),
    );
  });

  it('are paired before the first and after the last edit', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (start, now, before, end) => {
        const pairs = mapLines([...start, ...now, ...end], [...start, ...before, ...end]);
        start.forEach((_, at) => assert.equal(pairs[at], at));
        // Lines at the end may be paired with equal ones further up only where the edit itself could be told apart no better.
        if (now.length === 0 && before.length === 0) return;
        const paired = [...pairs].filter(pair => pair !== -1).length;
        assert.ok(paired >= start.length + Math.min(end.length, 1));
      }),
    );
    const pairs = mapLines(['x', 'new', 'y', 'z'], ['x', 'old', 'older', 'y', 'z']);
    assert.deepEqual([...pairs], [0, -1, 3, 4]);
  });

  it('follow lines that stand once past moved and repeated ones', () => {
    assert.deepEqual([...mapLines(['}', 'b', '}', 'c', '}'], ['}', 'a', '}', 'b', '}', 'c', '}'])], [0, 3, 4, 5, 6]);
  });

  it('take bounded work: two huge texts without a line in common, or of repeated lines', () => {
    const many = Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? 'a' : 'b'));
    const others = many.map((line, n) => (n % 3 === 0 ? 'c' : line));
    assert.equal(mapLines(['x', ...many, 'end'], ['y', ...others, 'end']).at(-1), others.length + 1);
    assert.ok(
      mapLines(
        many,
        many.map(line => `${line}!`),
      ).every(pair => pair === -1),
    );
  });

  it('are what git counts: without the break at the end, whatever ends them', () => {
    assert.deepEqual(linesOf('a\r\nb\n'), ['a', 'b']);
    assert.deepEqual(linesOf('\ufeffa\n\n'), ['a', '']);
    assert.deepEqual(linesOf(''), []);
    assert.deepEqual(linesOf('a\nb'), ['a', 'b']);
  });
});
