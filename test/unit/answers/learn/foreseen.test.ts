import assert from 'node:assert/strict';
import { foreseenPast } from '../../../../src/answers/learn/foreseen.ts';
import type { Measure } from '../../../../src/model/outcome.ts';
import { createMeasure } from './madeOutcomes.ts';

const seen = (...versions: readonly (readonly [on: string | null, changes: Partial<Measure>])[]) =>
  foreseenPast(versions.map(([on, changes]) => ({ on, measure: createMeasure(changes) })));

describe('what was foreseen of a measure', () => {
  it('is what was written first, and every later change is told with its week', () => {
    const { foreseen, firstOn, changes } = seen(
      ['2026-03-01', { target: 40, by: '2026-10-01', confidence: 70 }],
      ['2026-05-03', { target: 30, by: '2026-12-01', confidence: 70 }],
      [null, { target: 30, by: '2026-12-01', confidence: 90 }],
    );
    assert.deepEqual(
      [foreseen.target, foreseen.by, foreseen.confidence, firstOn.target],
      [40, '2026-10-01', 70, '2026-03-01'],
    );
    assert.deepEqual(changes, [
      { field: 'target', from: 40, to: 30, week: '2026-04-27' },
      { field: 'by', from: '2026-10-01', to: '2026-12-01', week: '2026-04-27' },
      { field: 'confidence', from: 70, to: 90, week: null },
    ]);
  });

  it('may be written piece by piece: filling in what was open is no change', () => {
    const { foreseen, firstOn, changes } = seen(
      ['2026-03-01', { baseline: null, target: null }],
      ['2026-03-09', { baseline: 31, target: null }],
      ['2026-04-01', { baseline: 31, target: 26 }],
    );
    assert.deepEqual(
      [foreseen.baseline, firstOn.baseline, foreseen.target, firstOn.target, changes],
      [31, '2026-03-09', 26, '2026-04-01', []],
    );
  });

  it('is not forgotten by taking it out', () => {
    const { foreseen, changes } = seen(
      ['2026-03-01', { target: 40 }],
      ['2026-04-01', { target: null }],
      ['2026-05-01', { target: 30 }],
    );
    assert.equal(foreseen.target, 40);
    assert.deepEqual(
      changes.map(({ from, to }) => [from, to]),
      [
        [40, null],
        [null, 30],
      ],
    );
  });

  it('keeps the first target where a unit was added later, or left out', () => {
    for (const [before, after] of [
      [null, '%'],
      ['%', null],
      ['% ', '%'],
    ] as const) {
      const { foreseen, changes, unitChanged } = seen(
        ['2026-03-01', { unit: before, target: 20 }],
        ['2026-04-01', { unit: after, target: 26 }],
      );
      assert.deepEqual([foreseen.target, unitChanged], [20, false]);
      assert.deepEqual(changes, [{ field: 'target', from: 20, to: 26, week: '2026-03-30' }]);
    }
  });

  it('tells another unit, also when none was named in between', () => {
    const { changes, unitChanged } = seen(
      ['2026-03-01', { unit: 'minutes' }],
      ['2026-04-01', { unit: null }],
      ['2026-05-01', { unit: 'hours' }],
    );
    assert.deepEqual(
      [unitChanged, changes],
      [true, [{ field: 'unit', from: 'minutes', to: 'hours', week: '2026-04-27' }]],
    );
  });

  it('does not mind another unit before there was a number in it', () => {
    const { changes, unitChanged } = seen(
      ['2026-03-01', { unit: 'minutes', baseline: null, target: null }],
      ['2026-04-01', { unit: 'hours' }],
    );
    assert.deepEqual([unitChanged, changes], [false, []]);
  });
});
