import assert from 'node:assert/strict';
import { cardInstead, walkFrom } from '../../../../webview/board/walk.ts';

const columns = [['a'], [], ['b', 'c', 'd'], ['e', 'f']];

describe('walking among the cards', () => {
  for (const [from, key, to] of [
    ['b', 'ArrowDown', 'c'],
    ['b', 'ArrowUp', null],
    ['d', 'ArrowDown', null],
    ['c', 'ArrowUp', 'b'],
    ['c', 'Home', 'b'],
    ['c', 'End', 'd'],
    ['a', 'ArrowRight', 'b'],
    ['d', 'ArrowLeft', 'a'],
    ['d', 'ArrowRight', 'f'],
    ['c', 'ArrowRight', 'f'],
    ['f', 'ArrowRight', null],
    ['a', 'ArrowLeft', null],
    ['b', 'x', null],
    ['gone', 'ArrowDown', null],
  ] as const)
    it(`${key} leads from ${from} to ${to ?? 'nowhere'}`, () => {
      assert.equal(walkFrom(columns, from, key), to);
    });
});

describe('the card to turn to when one is no longer shown', () => {
  it('is the next one of its column, else the one above, else none', () => {
    assert.equal(cardInstead(columns, [['a'], [], ['b', 'd'], ['e', 'f']], 'c'), 'd');
    assert.equal(cardInstead(columns, [['a'], [], ['b', 'c'], ['e', 'f']], 'd'), 'c');
    assert.equal(cardInstead(columns, [[], [], ['b', 'c', 'd'], ['e', 'f']], 'a'), null);
    assert.equal(cardInstead(columns, columns, 'unknown'), null);
  });

  it('is one that is still shown, wherever it is by now', () => {
    assert.equal(cardInstead(columns, [['a'], [], ['b'], ['e', 'f']], 'c'), 'b');
    assert.equal(cardInstead(columns, [['a', 'd'], [], ['b'], ['e', 'f']], 'c'), 'd');
  });
});
