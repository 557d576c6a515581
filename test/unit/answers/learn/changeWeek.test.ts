import assert from 'node:assert/strict';
import { weekOf } from '../../../../src/answers/learn/changeWeek.ts';

describe('the week of a change', () => {
  it('is told by its Monday', () => {
    assert.equal(weekOf('2026-01-05'), '2026-01-05');
    assert.equal(weekOf('2026-01-11'), '2026-01-05');
    assert.equal(weekOf('2026-01-04'), '2025-12-29');
    assert.equal(weekOf('1969-12-31'), '1969-12-29');
    assert.equal(weekOf(null), null);
  });
});
