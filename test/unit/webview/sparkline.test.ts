import assert from 'node:assert/strict';
import { sparkline } from '../../../webview/outcome/sparkline.ts';

const box = { width: 100, height: 20, inset: 2 };
const at = (day: number, value: number) => ({ day, value });

describe('the sparkline of a measure', () => {
  it('is absent where nothing was measured', () => {
    assert.equal(sparkline([], 70, box), null);
  });

  it('runs from left to right, with larger values higher', () => {
    const drawn = sparkline([at(0, 10), at(5, 15), at(10, 20)], null, box);
    assert.deepEqual(drawn, { line: 'M2,18L50,10L98,2', last: { x: 98, y: 2 }, target: null });
  });

  it('keeps unequal gaps between days', () => {
    assert.equal(sparkline([at(0, 1), at(1, 1), at(4, 1)], null, box)?.line, 'M2,10L26,10L98,10');
  });

  it('keeps the target inside the box', () => {
    const drawn = sparkline([at(0, 10), at(10, 20)], 30, box);
    assert.equal(drawn?.target, 2);
    assert.deepEqual(drawn.last, { x: 98, y: 10 });
    assert.equal(sparkline([at(0, 10), at(10, 20)], 0, box)?.target, 18);
  });

  it('draws one value as a dot at the end', () => {
    assert.deepEqual(sparkline([at(3, 5)], null, box), { line: '', last: { x: 98, y: 10 }, target: null });
  });

  it('lies in the middle when nothing changed', () => {
    assert.equal(sparkline([at(0, 7), at(10, 7)], 7, box)?.target, 10);
  });
});
