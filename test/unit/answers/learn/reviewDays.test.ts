import assert from 'node:assert/strict';
import { plannedReviews, reviewDays } from '../../../../src/answers/learn/reviewDays.ts';
import type { Epic } from '../../../../src/model/epic.ts';
import type { Outcome } from '../../../../src/model/outcome.ts';
import { createEpic, createOutcome } from '../../../support/factories.ts';

const TODAY = '2027-02-15';
const epic = (outcome: Partial<Outcome> | null, more: Partial<Epic> = {}): Epic =>
  createEpic({
    outcome: outcome === null ? null : createOutcome({ reviews: [], actual: null, ...outcome }),
    stage: 'review',
    ...more,
  });
const measured = (...days: readonly string[]): Partial<Outcome> => ({
  measures: [
    {
      ...{ name: 'm', unit: null, baseline: 1, target: 2, by: null, confidence: null, tolerance: null },
      measured: days.map(on => ({ on, value: 1 })),
    },
  ],
});

describe('the days on which an outcome is looked at', () => {
  it('are those of the file, in order, else 30, 60 and 90 days after the launch', () => {
    const written = { reviews: ['2027-03-01', '2027-01-01'] };
    assert.deepEqual(plannedReviews(epic(written, { launched: '2026-12-10' })), ['2027-01-01', '2027-03-01']);
    assert.deepEqual(plannedReviews(epic({}, { launched: '2026-12-10' })), ['2027-01-09', '2027-02-08', '2027-03-10']);
    assert.deepEqual(plannedReviews(epic({})), []);
  });

  it('are due from their day on until something is written down', () => {
    const after = (outcome: Partial<Outcome>) => reviewDays(epic(outcome, { launched: '2026-12-10' }), TODAY);
    assert.deepEqual(after({ measures: [] }), { due: '2027-02-08', next: '2027-03-10' });
    assert.deepEqual(after(measured('2027-02-07')), { due: '2027-02-08', next: '2027-03-10' });
    assert.deepEqual(after(measured('2027-01-01', '2027-02-08')), { due: null, next: '2027-03-10' });
    const actual = { verdict: 'partly', on: '2027-02-10', note: null } as const;
    assert.equal(after({ measures: [], actual }).due, null);
  });

  it('are due on the very day, and not before', () => {
    const on = (today: string) => reviewDays(epic({ measures: [], reviews: ['2027-02-15'] }), today);
    assert.deepEqual([on('2027-02-14').due, on('2027-02-15').due], [null, '2027-02-15']);
    assert.deepEqual([on('2027-02-14').next, on('2027-02-15').next], ['2027-02-15', null]);
  });

  it('are not due before the launch, nor for a day before it', () => {
    const reviews = { measures: [], reviews: ['2027-01-10', '2027-03-01'] };
    for (const more of [{ stage: 'launch' }, { stage: 'build', launched: '2027-02-16' }] as const)
      assert.deepEqual(reviewDays(epic(reviews, more), TODAY), { due: null, next: '2027-03-01' });
    assert.equal(reviewDays(epic(reviews, { stage: 'launch', launched: '2026-12-10' }), TODAY).due, '2027-01-10');
    assert.equal(reviewDays(epic(reviews, { launched: '2027-01-10' }), TODAY).due, null);
  });

  it('are not due for an epic that went back before its launch, though the day of a launch is left', () => {
    const at = (stage: Epic['stage']) => reviewDays(epic({ measures: [] }, { stage, launched: '2026-12-10' }), TODAY);
    for (const stage of ['discovery', 'build', 'qa'] as const) assert.equal(at(stage).due, null, stage);
    for (const stage of ['launch', 'review', null] as const) assert.equal(at(stage).due, '2027-02-08', String(stage));
  });

  it('are over for what is closed or stopped, and for what has no outcome', () => {
    const reviews = { measures: [], reviews: ['2027-01-01', '2027-09-01'] };
    for (const stage of ['closed', 'stopped'] as const)
      assert.deepEqual(reviewDays(epic(reviews, { stage }), TODAY), { due: null, next: null });
    assert.deepEqual(reviewDays(epic(null, { launched: '2026-12-10' }), TODAY), { due: null, next: null });
  });
});
