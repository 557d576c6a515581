import assert from 'node:assert/strict';
import { calibration } from '../../../../src/answers/learn/calibration.ts';
import type { PastEpic } from '../../../../src/answers/learn/dueMeasures.ts';
import { leaderFacts } from '../../../../src/answers/learn/leaderFacts.ts';
import type { Epic, ValueTree } from '../../../../src/model/epic.ts';
import { OUTCOME_PLACEHOLDER, type Outcome, type Verdict } from '../../../../src/model/outcome.ts';
import { createOutcome } from '../../../support/factories.ts';
import { createMeasure, createPast, createVersion, TODAY, value } from './madeOutcomes.ts';

const NO_TREE: ValueTree = { objectives: [], problems: [] };
const facts = (epics: readonly PastEpic[], valueTree = NO_TREE) =>
  leaderFacts({ epics, due: calibration(epics, TODAY).due, outcomes: { valueTree }, today: TODAY });
const epic = (key: string, changes: Partial<Epic> = {}): PastEpic => createPast({ key, stage: 'build', ...changes });
const saying = (key: string, outcome: Partial<Outcome>): PastEpic => epic(key, { outcome: createOutcome(outcome) });

describe('intent before execution', () => {
  it('asks of every epic in flight, and of no other', () => {
    const stages = (['discovery', 'review', 'closed', 'stopped', null] as const).map((stage, at) =>
      epic(`PAY-${at}`, { stage, outcome: null }),
    );
    const { inFlight, withoutOutcome } = facts(stages);
    assert.deepEqual(
      [inFlight, withoutOutcome],
      [
        ['PAY-0', 'PAY-1', 'PAY-4'],
        ['PAY-0', 'PAY-1', 'PAY-4'],
      ],
    );
  });

  it('names epics without an outcome, a template’s among them', () => {
    const { withoutOutcome } = facts([
      epic('PAY-1'),
      saying('PAY-2', { statement: OUTCOME_PLACEHOLDER }),
      saying('PAY-3', { statement: 'TBD' }),
    ]);
    assert.deepEqual(withoutOutcome, ['PAY-2', 'PAY-3']);
  });

  it('names those that do not say for whom it matters, and those that only deliver a feature', () => {
    const { withoutBenefit, onlyFeature } = facts([
      epic('PAY-1'),
      saying('PAY-2', { benefits: [] }),
      saying('PAY-3', { statement: 'Deliver the new checkout page.' }),
      epic('PAY-4', { outcome: null }),
    ]);
    assert.deepEqual([withoutBenefit, onlyFeature], [['PAY-2'], ['PAY-3']]);
  });
});

describe('strategic connection', () => {
  const keyResult = { id: 'KR-1', title: 'More orders', unit: null, baseline: null, target: null, by: null };
  const tree: ValueTree = { objectives: [{ id: 'O-1', title: 'Grow', keyResults: [keyResult] }], problems: [] };
  const epics = [
    epic('PAY-1', { keyResult: 'KR-1' }),
    epic('PAY-2', { keyResult: 'KR-9', outcome: createOutcome({ measures: [createMeasure()] }) }),
    epic('PAY-3', { keyResult: 'KR-9' }),
    saying('PAY-4', { measures: [createMeasure({ name: 'TBD' })] }),
  ];

  it('is a key result of the tree, else a measure', () => {
    assert.deepEqual(facts(epics, tree).ties, {
      keyResult: ['PAY-1'],
      measure: ['PAY-2'],
      nothing: ['PAY-3', 'PAY-4'],
    });
  });

  it('takes the name of a key result as enough where there is no tree to look it up', () => {
    assert.deepEqual(facts(epics).ties, { keyResult: ['PAY-1', 'PAY-2', 'PAY-3'], measure: [], nothing: ['PAY-4'] });
  });
});

describe('awareness in the team', () => {
  it('shows on which days the outcome of an epic in flight was changed', () => {
    const older = [
      createVersion('2026-02-01', [], 'Guests pay.'),
      createVersion('2026-03-01', [], 'Guests pay twice.'),
    ];
    const past = createPast({ key: 'PAY-1', stage: 'build' }, { older });
    assert.deepEqual(facts([past, epic('PAY-2', { outcome: null })]).changes, [
      { key: 'PAY-1', writtenWeek: '2026-01-26', past: 'whole', changedWeeks: ['2026-02-23'] },
    ]);
  });
});

describe('debt with purpose', () => {
  const debt = (
    key: string,
    impacts: readonly string[],
    statement = 'Less of the old code.',
    stage: Epic['stage'] = 'build',
  ) => epic(key, { type: 'debt', stage, debt: { impacts, paths: [] }, outcome: createOutcome({ statement }) });

  it('tells which debt epics name a reason, among the impacts or in the outcome’s words', () => {
    const { debt: told } = facts([
      debt('PAY-1', ['reliability']),
      debt('PAY-2', ['customer experience']),
      debt('PAY-3', []),
      debt('PAY-4', [], 'Payments scale to twice the volume.'),
      debt('PAY-5', [], '', 'stopped'),
      epic('PAY-6'),
    ]);
    assert.deepEqual(told, {
      epics: ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4'],
      named: ['PAY-1', 'PAY-4'],
      effects: ['PAY-2', 'PAY-4'],
      withoutReason: ['PAY-3'],
    });
  });
});

describe('measurement and reflection', () => {
  const finished = (key: string, outcome: Partial<Outcome> | null, changes: Partial<Epic> = {}) =>
    epic(key, { stage: 'closed', outcome: outcome === null ? null : createOutcome(outcome), ...changes });
  const verdict = (written: Verdict) => ({ actual: { verdict: written, on: '2026-10-01', note: null } });

  it('tells how many finished epics had anticipated and actual compared', () => {
    const { finished: told } = facts([
      finished('PAY-1', verdict('not')),
      finished('PAY-2', verdict('unknown')),
      finished('PAY-3', { measures: [createMeasure({ measured: [value('2026-10-02', 29)] })] }),
      finished('PAY-4', { measures: [createMeasure()] }),
      finished('PAY-5', null),
      finished('PAY-6', { statement: 'TBD', ...verdict('achieved') }),
    ]);
    assert.deepEqual(told.compared, ['PAY-1', 'PAY-3']);
    assert.equal(told.epics.length, 6);
  });

  it('takes a review for finished when its last day has come', () => {
    const inReview = (key: string, launched: string) => finished(key, {}, { stage: 'review', launched });
    const { finished: told, inFlight } = facts([inReview('PAY-1', '2026-08-22'), inReview('PAY-2', '2026-08-23')]);
    assert.deepEqual(told.epics, ['PAY-1']);
    assert.deepEqual(inFlight, ['PAY-2'], 'what is finished is not in flight');
  });
});
