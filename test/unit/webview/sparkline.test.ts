import assert from 'node:assert/strict';
import { sparkline, type SparklineParts } from '../../../webview/outcome/sparkline.ts';

const box = { width: 100, height: 20, inset: 2 };
const at = (day: number, value: number) => ({ day, value });
const drawn = (points: SparklineParts['points'], parts: Partial<SparklineParts> = {}) =>
  sparkline({ points, baseline: null, target: null, reviews: [], ...parts }, box);

describe('the sparkline of a measure', () => {
  it('is absent where nothing was measured', () => {
    assert.equal(drawn([], { target: 70, reviews: [{ day: 3, past: true }] }), null);
  });

  it('runs from left to right, with larger values higher', () => {
    const line = drawn([at(0, 10), at(5, 15), at(10, 20)]);
    assert.deepEqual(line, {
      line: 'M2,18L50,10L98,2',
      last: { x: 98, y: 2 },
      baseline: null,
      target: null,
      reviews: [],
    });
  });

  it('keeps unequal gaps between days', () => {
    assert.equal(drawn([at(0, 1), at(1, 1), at(4, 1)])?.line, 'M2,10L26,10L98,10');
  });

  it('keeps target and baseline inside the box', () => {
    const up = drawn([at(0, 10), at(10, 20)], { target: 30 });
    assert.equal(up?.target, 2);
    assert.deepEqual(up.last, { x: 98, y: 10 });
    assert.equal(drawn([at(0, 10), at(10, 20)], { target: 0 })?.target, 18);
    const between = drawn([at(0, 10), at(10, 20)], { baseline: 0, target: 40 });
    assert.deepEqual([between?.baseline, between?.target], [18, 2]);
  });

  it('draws one value as a dot at the end', () => {
    const dot = drawn([at(3, 5)]);
    assert.deepEqual([dot?.line, dot?.last], ['', { x: 98, y: 10 }]);
  });

  it('lies in the middle when nothing changed', () => {
    assert.equal(drawn([at(0, 7), at(10, 7)], { target: 7 })?.target, 10);
  });

  it('marks the days of review where they are, before the first value and after the last', () => {
    const reviews = [
      { day: -10, past: true },
      { day: 5, past: true },
      { day: 30, past: false },
    ];
    const line = drawn([at(0, 1), at(10, 2)], { reviews });
    assert.deepEqual(line?.reviews, [
      { x: 2, past: true },
      { x: 38, past: true },
      { x: 98, past: false },
    ]);
    assert.deepEqual([line.line, line.last.x], ['M26,18L50,2', 50]);
    assert.equal(drawn([at(0, 1)], { reviews })?.last.x, 26);
  });
});
