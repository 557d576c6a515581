import assert from 'node:assert/strict';
import fc from 'fast-check';
import { beliefsDue, signsByDay } from '../../../../src/answers/learn/beliefsDue.ts';
import { dayAfter, dayIn } from '../../../../src/model/calendarDay.ts';
import type { Belief, Epic } from '../../../../src/model/epic.ts';
import type { EarlySign } from '../../../../src/model/outcome.ts';
import { STAGES } from '../../../../src/model/stage.ts';
import { createEpic, createOutcome } from '../../../support/factories.ts';

const TODAY = '2026-11-20';
const belief = (review: string | null, words = `look on ${review ?? 'no day'}`): Belief => ({
  belief: words,
  confidence: null,
  wouldChangeOurMind: null,
  disagreement: null,
  review,
});
const sign = (by: string | null, seen: string | null = null): EarlySign => ({ sign: `by ${by ?? 'no day'}`, by, seen });
const betting = (beliefs: readonly Belief[], stage: Epic['stage'] = 'build') => createEpic({ beliefs, stage });
const signing = (earlySigns: readonly EarlySign[], stage: Epic['stage'] = 'build') =>
  createEpic({ outcome: createOutcome({ earlySigns }), stage });

describe('beliefs that are due for a look', () => {
  it('are due on their day and after it, not before', () => {
    const lookOn = (today: string) => beliefsDue(betting([belief('2026-11-20')]), today)[0]?.look;
    assert.deepEqual(lookOn('2026-11-19'), { state: 'planned', on: '2026-11-20' });
    assert.deepEqual(lookOn('2026-11-20'), { state: 'due', since: '2026-11-20' });
    assert.deepEqual(lookOn('2027-02-01'), { state: 'due', since: '2026-11-20' });
  });

  it('are due by the team’s day, wherever the reader is', () => {
    const justBeforeMidnight = Date.UTC(2026, 10, 19, 23, 30) / 1000;
    const stateIn = (timeZone: string) =>
      beliefsDue(betting([belief('2026-11-20')]), dayIn(timeZone, justBeforeMidnight))[0]?.look.state;
    assert.equal(stateIn('UTC'), 'planned');
    assert.equal(stateIn('Europe/Berlin'), 'due');
    assert.equal(stateIn('America/New_York'), 'planned');
  });

  it('come first, the longest due before the others, those without a day last', () => {
    const days = [null, '2026-12-24', '2026-11-01', '2026-11-20', '2026-10-03', null, '2026-11-21'];
    const standings = beliefsDue(betting(days.map(day => belief(day))), TODAY);
    assert.deepEqual(
      standings.map(({ belief: { review } }) => review),
      ['2026-10-03', '2026-11-01', '2026-11-20', '2026-11-21', '2026-12-24', null, null],
    );
    assert.deepEqual(
      standings.map(({ look }) => look.state),
      ['due', 'due', 'due', 'planned', 'planned', 'noDay', 'noDay'],
    );
  });

  it('keep their place in the file’s list', () => {
    const beliefs = [belief(null, 'a'), belief('2026-10-03', 'b'), belief('2026-10-03', 'c')];
    assert.deepEqual(
      beliefsDue(betting(beliefs), TODAY).map(({ at, belief: { belief: words } }) => [at, words]),
      [
        [1, 'b'],
        [2, 'c'],
        [0, 'a'],
      ],
    );
  });

  it('are asked for no more once the epic is closed or stopped', () => {
    for (const stage of STAGES) {
      const state = beliefsDue(betting([belief('2026-10-03')], stage), TODAY)[0]?.look.state;
      assert.equal(state, stage === 'closed' || stage === 'stopped' ? 'over' : 'due', stage);
    }
    assert.equal(beliefsDue(betting([belief('2026-10-03')], null), TODAY)[0]?.look.state, 'due');
  });
});

describe('early signs', () => {
  it('may come on their day, and are late from the day after', () => {
    const stateOn = (today: string) => signsByDay(signing([sign('2026-11-20')]), today)[0]?.state;
    assert.deepEqual(['2026-11-19', '2026-11-20', '2026-11-21'].map(stateOn), ['expected', 'expected', 'late']);
  });

  it('that were seen are not late, whenever that was', () => {
    const states = signsByDay(
      signing([sign('2026-10-01', '2026-11-02'), sign('2026-10-01', '2026-09-30'), sign(null, '2026-09-30')]),
      TODAY,
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ['seen', 'seen', 'seen'],
    );
  });

  it('come in the order in which they ask for something', () => {
    const signs = [
      sign('2026-10-01', '2026-09-28'),
      sign(null),
      sign('2026-12-01'),
      sign('2026-11-01'),
      sign('2026-11-30'),
      sign('2026-10-01'),
    ];
    assert.deepEqual(
      signsByDay(signing(signs), TODAY).map(({ at, state }) => [at, state]),
      [
        [5, 'late'],
        [3, 'late'],
        [4, 'expected'],
        [2, 'expected'],
        [1, 'noDay'],
        [0, 'seen'],
      ],
    );
  });

  it('are over with the epic, and there are none without an outcome', () => {
    for (const stage of ['closed', 'stopped'] as const)
      assert.deepEqual(
        signsByDay(signing([sign('2026-10-01'), sign(null), sign('2026-10-01', TODAY)], stage), TODAY).map(
          ({ state }) => state,
        ),
        ['over', 'over', 'seen'],
      );
    assert.deepEqual(signsByDay(createEpic({ outcome: null }), TODAY), []);
  });
});

describe('bets of any epic', () => {
  const day = fc.option(
    fc.integer({ min: -400, max: 400 }).map(days => dayAfter(TODAY, days)),
    { freq: 4 },
  );

  it('are all there, each once, and those that ask come before those that wait', () => {
    fc.assert(
      fc.property(fc.array(day), fc.array(fc.tuple(day, day)), (reviews, signs) => {
        const beliefs = beliefsDue(betting(reviews.map(review => belief(review))), TODAY);
        assert.deepEqual(beliefs.map(({ at }) => at).toSorted(byNumber), [...reviews.keys()]);
        const due = beliefs.map(({ look }) => look.state === 'due');
        assert.equal(due.indexOf(true), due.includes(true) ? 0 : -1);
        assert.ok(!due.slice(due.indexOf(false)).includes(true) || !due.includes(false));
        for (const { at, belief: known, look } of beliefs) {
          assert.equal(known.review, reviews[at]);
          assert.equal(look.state === 'due', known.review !== null && known.review <= TODAY);
        }
        const standings = signsByDay(signing(signs.map(([by, seen]) => sign(by, seen))), TODAY);
        assert.deepEqual(standings.map(({ at }) => at).toSorted(byNumber), [...signs.keys()]);
        for (const { sign: known, state } of standings)
          assert.equal(state === 'late', known.seen === null && known.by !== null && known.by < TODAY);
      }),
    );
  });
});

function byNumber(a: number, b: number): number {
  return a - b;
}
