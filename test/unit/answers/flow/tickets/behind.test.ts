import assert from 'node:assert/strict';
import { askBehind, tellable } from '../../../../../src/answers/flow/tickets/behind.ts';
import { createInput, measure, type MadeGate } from '../madeInput.ts';

const group = (known: number, unknown: number) => [
  ...Array.from({ length: known }, (_, n) => ({ behind: { id: `w${n}` } })),
  ...Array.from({ length: unknown }, () => ({ behind: null })),
];
const passes = (known: number, unknown: number, gate: MadeGate = {}): boolean =>
  measure((_, ask) => askBehind(group(known, unknown), ask), createInput(), gate);

describe('askBehind', () => {
  it('lets those with commits stand for a group of which they are 60 %', () => {
    assert.deepEqual([passes(3, 2), passes(2, 2), passes(3, 3)], [true, false, false]);
  });

  it('never passes tickets without commits alone, and always a group of none', () => {
    assert.deepEqual([passes(0, 1), passes(0, 9), passes(0, 0)], [false, false, true]);
  });

  it('asks the gate about those with commits only', () => {
    assert.equal(passes(3, 2, { hides: ids => ids.join() === 'w0,w1,w2' }), false);
  });
});

describe('tellable', () => {
  it('leaves items of nobody out where they are more than 40 %', () => {
    assert.deepEqual([tellable(group(3, 2)).length, tellable(group(3, 3)).length], [5, 3]);
  });
});
