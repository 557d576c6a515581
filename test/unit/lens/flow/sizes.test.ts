import assert from 'node:assert/strict';
import { createSizes } from '../../../../src/lens/flow/sizes.ts';
import type { ItemSize } from '../../../../src/model/work.ts';

const SIZES: Readonly<Record<string, ItemSize>> = {
  a: { files: 1, lines: 10 },
  b: { files: 2, lines: 5 },
  c: { files: 3, lines: null },
};

function sizes() {
  const asked: (readonly string[])[] = [];
  const made = createSizes({
    sizes: commits => {
      asked.push(commits);
      return Promise.resolve(new Map(commits.flatMap(hash => (SIZES[hash] ? [[hash, SIZES[hash]] as const] : []))));
    },
  });
  return { asked, made };
}

const landed = (of: Readonly<Record<string, readonly string[]>>) => ({ landedOf: new Map(Object.entries(of)) });

describe('createSizes', () => {
  it('adds up what an item landed, and knows no lines where one commit has none', async () => {
    const work = landed({ w1: ['a', 'b'], w2: ['a', 'c'] });
    assert.deepEqual(
      await sizes().made.of([{ id: 'w1' }, { id: 'w2' }], work),
      new Map([
        ['w1', { files: 3, lines: 15 }],
        ['w2', { files: 4, lines: null }],
      ]),
    );
  });

  it('knows no size of an item of which a commit could not be measured, or that landed nothing', async () => {
    assert.equal((await sizes().made.of([{ id: 'w1' }, { id: 'w2' }], landed({ w1: ['a', 'gone'] }))).size, 0);
  });

  it('measures each commit once', async () => {
    const { asked, made } = sizes();
    const work = landed({ w1: ['a'], w2: ['a', 'b'] });
    await made.of([{ id: 'w1' }], work);
    await made.of([{ id: 'w1' }, { id: 'w2' }], work);
    await made.of([{ id: 'w2' }], work);
    assert.deepEqual(asked, [['a'], ['b']]);
  });
});
