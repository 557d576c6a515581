import assert from 'node:assert/strict';
import { outcomeChanges } from '../../../../src/answers/learn/outcomeChanges.ts';
import type { OutcomeVersion } from '../../../../src/answers/learn/outcomeVersions.ts';
import { OUTCOME_PLACEHOLDER } from '../../../../src/model/outcome.ts';
import { createMeasure, createVersion, value } from './madeOutcomes.ts';

const changes = (...versions: readonly OutcomeVersion[]) => {
  const { writtenWeek, changedWeeks } = outcomeChanges('PAY-100', { reach: 'whole', versions });
  return [writtenWeek, changedWeeks];
};
const FIRST = createVersion('2026-01-02', [createMeasure()], 'Guests pay.');

describe('how often an outcome was changed', () => {
  it('counts from the first commit that says one', () => {
    const template = createVersion('2026-01-01', [], OUTCOME_PLACEHOLDER);
    assert.deepEqual(changes({ on: '2025-12-31', outcome: null, launched: null }, template, FIRST), ['2025-12-29', []]);
  });

  it('counts other words and other targets, each with its week', () => {
    assert.deepEqual(
      changes(
        FIRST,
        createVersion('2026-02-01', [createMeasure()], 'Guests pay without an account.'),
        createVersion('2026-03-01', [createMeasure({ target: 20 })], 'Guests pay without an account.'),
      ),
      ['2025-12-29', ['2026-01-26', '2026-02-23']],
    );
  });

  it('does not count other line breaks, or what was measured', () => {
    const measured = createMeasure({ measured: [value('2026-02-01', 28)], confidence: 80 });
    assert.deepEqual(changes(FIRST, createVersion('2026-02-01', [measured], ' Guests\n  pay. ')), ['2025-12-29', []]);
  });

  it('does not count what is not committed', () => {
    assert.deepEqual(changes(FIRST, createVersion(null, [], 'Something else.')), ['2025-12-29', []]);
    assert.deepEqual(changes(createVersion(null, [], 'Something else.')), [null, []]);
  });

  it('knows no first day where the past is cut', () => {
    const { writtenWeek, past } = outcomeChanges('PAY-100', { reach: 'cut', versions: [FIRST] });
    assert.deepEqual([writtenWeek, past], [null, 'cut']);
  });
});
