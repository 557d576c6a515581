import assert from 'node:assert/strict';
import { periodsOf } from '../../../../../src/answers/flow/people/periods.ts';
import { weeksOf } from '../../../../../src/answers/flow/time/weeks.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork } from '../madeInput.ts';

describe('periodsOf', () => {
  it('are four weeks each and end with the window', () => {
    const { periods } = periodsOf(createInput(), []);
    assert.equal(periods.length, 6);
    assert.deepEqual([periods[0]?.from, periods[0]?.to], ['2026-01-19', '2026-02-16']);
    assert.deepEqual([periods[5]?.from, periods[5]?.to], ['2026-06-08', '2026-07-06']);
  });

  it('hold what landed in them, and nothing of the weeks that are left over or of other times', () => {
    const days = [-1, 0, 13, 14, 41, 42, 181, 182];
    const { periods, leftOver } = periodsOf(
      createInput(),
      days.map(day => createWork(day, 1)),
    );
    const daysOf = (items: readonly WorkItem[]) => items.map(({ end }) => days.find(day => at(day) === end));
    assert.deepEqual(
      periods.map(({ items }) => daysOf(items)),
      [[14, 41], [42], [], [], [], [181]],
    );
    assert.deepEqual(daysOf(leftOver), [0, 13], 'shown in no period, counted in every total');
  });

  it('are none in less than four weeks', () => {
    const weeks = weeksOf({ from: '2026-01-05', to: '2026-01-26', weeks: 3 });
    const work = createWork(1, 1);
    assert.deepEqual(periodsOf({ ...createInput(), weeks }, [work]), { periods: [], leftOver: [work] });
  });
});
