import assert from 'node:assert/strict';
import fc from 'fast-check';
import { portions } from '../../../src/git/portions.ts';

const written = (args: readonly string[]) => args.map(arg => `"${arg}"`).join(' ').length;

describe('arguments in portions', () => {
  it('keep all arguments in their order, and none is longer than it may be unless one argument is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 1, max: 60 }), (args, longest) => {
        const parts = portions(args, longest);
        assert.deepEqual(parts.flat(), args);
        for (const part of parts) assert.ok(part.length === 1 || (part.length > 1 && written(part) <= longest));
      }),
    );
  });

  it('are as few as fit, and stay below what Windows allows', () => {
    const args = Array.from({ length: 1_000 }, (_, at) => `docs/${String(at).padStart(4, '0')}.md`);
    assert.deepEqual(portions(args), [args]);
    assert.deepEqual(portions([]), []);
    const many = portions(Array.from({ length: 100 }, () => 'x'.repeat(1_000)));
    assert.equal(many.length, 5);
    assert.ok(many.every(part => written(part) < 32_767 - 8_000));
  });
});
