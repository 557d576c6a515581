import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesGlob } from '../../../src/model/text/glob.ts';

describe('globs', () => {
  for (const [glob, path, expected] of [
    ['src/telemetry/**', 'src/telemetry/a/b.ts', true],
    ['src/telemetry/**', 'src/other/a.ts', false],
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a/b.ts', false],
    ['**/x.md', 'x.md', true],
    ['a/**/x.md', 'a/x.md', true],
    ['a/**/x.md', 'a/b/c/x.md', true],
    ['v2.?', 'v2.1', true],
    ['v2.?', 'v2.10', false],
    ['', '', true],
    ['*', '', true],
    ['[a]', 'a', false],
  ] as const)
    it(`${glob} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(matchesGlob(glob, path), expected);
    });

  it('match themselves when they hold no wildcard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        fc.pre(!/[*?]/.test(text));
        assert.ok(matchesGlob(text, text));
      }),
    );
  });

  it('end on a pattern that makes backtracking matchers hang', () => {
    assert.equal(matchesGlob('**a'.repeat(30), 'a'.repeat(2000) + 'b'), false);
  });
});
