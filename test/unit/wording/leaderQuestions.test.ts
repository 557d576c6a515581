import assert from 'node:assert/strict';
import type { PastEpic } from '../../../src/answers/learn/dueMeasures.ts';
import type { Epic } from '../../../src/model/epic.ts';
import type { FeatureFactoryPeriod } from '../../../src/model/flow/featureFactory.ts';
import { leaderQuestions, type LeaderContext, type LeaderQuestion } from '../../../src/wording/leaderQuestions.ts';
import { createOutcome } from '../../support/factories.ts';
import { createLearn, createMeasure, createPast, createVersion, value } from '../answers/learn/madeOutcomes.ts';

const NOTHING: LeaderContext = { periods: [], tries: [], focus: [] };
const asked = (about: string, epics: readonly PastEpic[], context = NOTHING): LeaderQuestion => {
  const found = leaderQuestions(createLearn(epics), context).find(question => question.about === about);
  assert.ok(found !== undefined, about);
  return found;
};
const epic = (key: string, changes: Partial<Epic> = {}): PastEpic => createPast({ key, stage: 'build', ...changes });

describe('the leader’s questions', () => {
  it('ask all that only people can answer', () => {
    const text = leaderQuestions(createLearn([epic('PAY-1')]), NOTHING)
      .flatMap(question => question.asked)
      .join(' ');
    for (const words of [
      'at ease asking',
      'describe the purpose of our current work alike',
      'what success looks like beyond "delivered"',
      'framed together with the product person, or handed over as a solution',
      'what upstream makes it so',
      'to focus, not to control',
      'were we curious first',
      'try last month, and what do the charts say since',
      'Which three to five inputs do we look at next month',
    ])
      assert.ok(text.includes(words), words);
  });

  it('judge nobody', () => {
    const text = JSON.stringify(leaderQuestions(createLearn([epic('PAY-1', { outcome: null })]), NOTHING));
    assert.doesNotMatch(text, /should|fail|must|who (?:wrote|changed)|undefined|null/i);
  });

  it('tell which epics in flight have an anticipated outcome, and for whom it matters', () => {
    const known = asked('Intent before execution', [
      epic('PAY-1'),
      epic('PAY-2', { outcome: createOutcome({ benefits: [] }) }),
      epic('PAY-3', { outcome: createOutcome({ statement: 'Deliver the new checkout page.' }) }),
      epic('PAY-4', { outcome: null }),
      epic('PAY-5', { stage: 'closed', outcome: null }),
    ]);
    assert.deepEqual(known.known, [
      '3 of 4 epics in flight have an anticipated outcome. Without one: PAY-4.',
      'Does not say whether it matters to customer, business or platform: PAY-2.',
      'Reads like a thing to build, with no end state: PAY-3.',
    ]);
    assert.match(known.asked.join(), /what would be different, and for whom\?$/);
    assert.deepEqual(asked('Intent before execution', []).known, ['No epic is in flight.']);
    assert.match(
      asked('Intent before execution', [epic('PAY-1')]).known.join(' '),
      /Each outcome says whether it matters/,
    );
  });

  it('tell what epics are tied to', () => {
    const ties = asked('Strategic connection', [
      epic('PAY-1', { keyResult: 'KR-1' }),
      epic('PAY-2', { outcome: createOutcome({ measures: [createMeasure()] }) }),
      epic('PAY-3'),
    ]);
    assert.deepEqual(ties.known, [
      '1 of 3 epics in flight is tied to a key result. Tied to a measure of its own: PAY-2. Tied to none: PAY-3.',
    ]);
  });

  it('speak of one epic as of one', () => {
    assert.deepEqual(asked('Strategic connection', [epic('PAY-1')]).known, [
      '0 of 1 epic in flight is tied to a key result. Tied to none: PAY-1.',
    ]);
    assert.deepEqual(asked('Intent before execution', [epic('PAY-1', { outcome: null })]).known, [
      '0 of 1 epic in flight has an anticipated outcome. Without one: PAY-1.',
    ]);
    assert.match(
      asked('Measurement and reflection', [epic('PAY-1', { outcome: null })]).known.join(' '),
      /1 of 1 epic without an anticipated outcome/,
    );
    const debt = epic('PAY-1', { type: 'debt', outcome: createOutcome({ statement: 'Less old code.' }) });
    assert.match(asked('Debt with purpose', [debt]).known.join(' '), /^0 of 1 debt epic names/);
    const due = createPast({ key: 'PAY-1', outcome: createOutcome({ measures: [createMeasure()] }) });
    assert.match(asked('Measurement and reflection', [due]).known.join(' '), /1 of 1 due measure was not measured\./);
  });

  it('tell how often the outcome was changed, and when', () => {
    const older = [
      createVersion('2026-02-01', [], 'Guests pay.'),
      createVersion('2026-03-01', [], 'Guests pay soon.'),
      createVersion('2026-04-04', [], 'Guests pay at once.'),
    ];
    const { known } = asked('Awareness in the team', [
      createPast({ key: 'PAY-1', stage: 'build' }, { older }),
      epic('PAY-2'),
      createPast({ key: 'PAY-3', stage: 'build' }, { reach: 'cut' }),
    ]);
    assert.deepEqual(known, [
      'The outcome of PAY-1 was changed twice since it was first committed in the week of 26 Jan 2026: in the weeks of 30 Mar 2026, 23 Feb 2026.',
      'Unchanged since it was first committed: PAY-2.',
      'Of these the past is not all here, so more may have changed: PAY-3.',
    ]);
  });

  it('tell which debt epics name a reason', () => {
    const debt = (key: string, impacts: readonly string[]) =>
      epic(key, {
        type: 'debt',
        debt: { impacts, paths: [] },
        outcome: createOutcome({ statement: 'Less old code.' }),
      });
    assert.deepEqual(
      asked('Debt with purpose', [debt('PAY-1', ['risk']), debt('PAY-2', ['cost']), debt('PAY-3', [])]).known,
      [
        '1 of 3 debt epics names reliability, scalability or risk.',
        '1 of 3 debt epics names customer experience, volume or cost. Without any named reason: PAY-3.',
      ],
    );
    assert.deepEqual(asked('Debt with purpose', [epic('PAY-1')]), {
      about: 'Debt with purpose',
      known: ['No epic is of the type debt.'],
      asked: [],
    });
  });

  it('tell the Feature Factory Ratio, where it goes, and what was compared', () => {
    const period = (from: string, count: number, of: number): FeatureFactoryPeriod => {
      return { from, to: from, epics: { count, of, share: null } };
    };
    const periods = [
      { from: '2025-12-08', to: '2026-01-05', epics: null },
      period('2026-01-05', 2, 5),
      period('2026-02-02', 0, 0),
      period('2026-06-01', 1, 6),
    ];
    const closed = (key: string, measures = [createMeasure()]) =>
      epic(key, { stage: 'closed', outcome: createOutcome({ measures }) });
    const epics = [
      closed('PAY-1', [createMeasure({ measured: [value('2026-10-02', 25)] })]),
      closed('PAY-2'),
      epic('PAY-3', { outcome: null }),
    ];
    assert.deepEqual(asked('Measurement and reflection', epics, { ...NOTHING, periods }).known, [
      'Feature Factory Ratio: 1 of 3 epics without an anticipated outcome.',
      'Of the epics worked on: 2 of 5 in the four weeks from 5 Jan 2026, 1 of 6 in those from 1 Jun 2026. With so few, one epic moves it.',
      '1 of 2 finished epics had anticipated and actual compared. Not compared: PAY-2.',
      '1 of 2 due measures was not measured.',
    ]);
    assert.equal(
      asked('Measurement and reflection', epics.slice(0, 1)).known.at(-1),
      'Every due measure was measured.',
    );
    assert.deepEqual(asked('Measurement and reflection', []).known, [
      'There is no epic yet, so there is no Feature Factory Ratio.',
      'No epic is finished yet, so nothing could be compared.',
    ]);
  });

  it('tell what was tried and what is pinned', () => {
    const tried = (outcome: string | null) => ({ on: '2026-10-01', text: 'Pair more', outcome });
    const known = (tries: LeaderContext['tries']) =>
      asked('Each month', [], { ...NOTHING, tries, focus: ['wip'] }).known;
    assert.deepEqual(known([tried(null), tried('it helped')]), [
      '2 things are written down under "tries" in team.yaml; of 1 it does not say yet what became of it.',
      'Pinned now: Work in progress.',
    ]);
    assert.match(known([tried(null)])[0] ?? '', /; it does not say yet what became of it\.$/);
    assert.match(known([tried('it helped')])[0] ?? '', /^1 thing is written down .*, each with what became of it\.$/);
  });

  it('name no more keys than are read', () => {
    const many = Array.from({ length: 12 }, (_, at) => epic(`PAY-${at + 1}`, { outcome: null }));
    assert.match(asked('Intent before execution', many).known[0] ?? '', /PAY-8 and 4 more\.$/);
  });
});
