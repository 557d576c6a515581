import assert from 'node:assert/strict';
import { compareDays } from '../../../src/model/calendarDay.ts';
import { knownKeyResults, type Objective } from '../../../src/model/epic.ts';
import { isOver, STAGES } from '../../../src/model/stage.ts';

const objective = (...ids: readonly string[]): Objective => ({
  ...{ id: 'O-1', title: 'Grow' },
  keyResults: ids.map(id => ({ id, title: id, unit: null, baseline: null, target: null, by: null })),
});

describe('what answers about epics share', () => {
  it('knows key results only of a tree that has some and could be read', () => {
    assert.deepEqual(knownKeyResults({ objectives: [objective('KR-1'), objective('KR-2')], problems: [] }), [
      'KR-1',
      'KR-2',
    ]);
    assert.equal(knownKeyResults({ objectives: [objective()], problems: [] }), null);
    const problems = [{ code: 'yaml/invalid' }] as const;
    assert.equal(knownKeyResults({ objectives: [objective('KR-1')], problems }), null);
  });

  it('takes closed and stopped epics for over, and no other', () => {
    assert.deepEqual(STAGES.filter(isOver), ['closed', 'stopped']);
    assert.equal(isOver(null), false);
  });

  it('sorts days, with no day last', () => {
    const days = [null, '2026-02-01', '2026-01-01', null, '2026-01-01'];
    assert.deepEqual(days.toSorted(compareDays), ['2026-01-01', '2026-01-01', '2026-02-01', null, null]);
  });
});
