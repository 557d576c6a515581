import assert from 'node:assert/strict';
import { nearestPlace } from '../../../webview/insights/charts/nearestPlace.ts';
import { gridWalk, walkOrder } from '../../../webview/insights/charts/walkOrder.ts';

// In time: 1, 2, 0. By duration: 2, 0, 1.
const points = [
  { along: 300, across: 20 },
  { along: 100, across: 30 },
  { along: 200, across: 10 },
];
const walk = walkOrder(points);

describe('walking over the dots by keyboard', () => {
  it('goes through time with left and right', () => {
    assert.equal(walk.next(null, 'ArrowRight'), 1);
    assert.equal(walk.next(1, 'ArrowRight'), 2);
    assert.equal(walk.next(2, 'ArrowRight'), 0);
    assert.equal(walk.next(0, 'ArrowLeft'), 2);
  });

  it('goes through durations with up and down', () => {
    assert.equal(walk.next(2, 'ArrowUp'), 0);
    assert.equal(walk.next(0, 'ArrowUp'), 1);
    assert.equal(walk.next(1, 'ArrowDown'), 0);
  });

  it('stops at the ends', () => {
    assert.equal(walk.next(0, 'ArrowRight'), 0);
    assert.equal(walk.next(1, 'ArrowLeft'), 1);
    assert.equal(walk.next(1, 'PageDown'), 0);
  });

  it('enters from the side it is walked to', () => {
    assert.equal(walk.next(null, 'ArrowLeft'), 0);
    assert.equal(walk.next(null, 'ArrowUp'), 2);
    assert.equal(walk.next(null, 'ArrowDown'), 1);
  });

  it('leaps to the first and the last', () => {
    assert.equal(walk.next(0, 'Home'), 1);
    assert.equal(walk.next(1, 'End'), 0);
  });

  it('leaves other keys alone, and has nowhere to go without dots', () => {
    assert.equal(walk.next(0, 'Tab'), null);
    assert.equal(walkOrder([]).next(null, 'ArrowRight'), null);
  });

  it('reaches every dot, also where several share a moment', () => {
    const same = walkOrder(Array.from({ length: 5 }, () => ({ along: 1, across: 1 })));
    const seen = new Set<number>();
    let current: number | null = null;
    for (let step = 0; step < 5; step++) {
      current = same.next(current, 'ArrowRight');
      assert.ok(current !== null);
      seen.add(current);
    }
    assert.equal(seen.size, 5);
  });
});

describe('walking over columns of parts', () => {
  // Three columns of two parts: 0 and 1, 2 and 3, 4 and 5, from the bottom up.
  const grid = gridWalk(6, 2);

  it('keeps the part from column to column', () => {
    assert.equal(grid.next(1, 'ArrowRight'), 3);
    assert.equal(grid.next(4, 'ArrowLeft'), 2);
  });

  it('climbs and descends within a column only', () => {
    assert.equal(grid.next(2, 'ArrowUp'), 3);
    assert.equal(grid.next(3, 'ArrowUp'), 3);
    assert.equal(grid.next(2, 'ArrowDown'), 2);
  });

  it('stops at the ends, and enters from the side it is walked to', () => {
    assert.equal(grid.next(4, 'ArrowRight'), 4);
    assert.equal(grid.next(1, 'ArrowLeft'), 1);
    assert.equal(grid.next(null, 'ArrowRight'), 0);
    assert.equal(grid.next(null, 'ArrowLeft'), 5);
    assert.equal(gridWalk(0, 2).next(null, 'ArrowRight'), null);
  });
});

describe('the dot under the pointer', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
  ];

  it('is the nearest within reach', () => {
    assert.equal(nearestPlace(places, { x: 20, y: 0 }, 24), 1);
    assert.equal(nearestPlace(places, { x: 10, y: 5 }, 24), 0);
  });

  it('is none where all are too far', () => {
    assert.equal(nearestPlace(places, { x: 15, y: 40 }, 24), null);
    assert.equal(nearestPlace([], { x: 0, y: 0 }, 24), null);
  });
});
