import assert from 'node:assert/strict';
import { ageHow, ageLabel, inProgressLabel, movedBackSentence, movedSentence } from '../../../src/wording/board.ts';

const gate = (open: number, unknown = 0, name = 'Definition of done') => ({ name, open, unknown, total: 5 });
const since = (days: number, atLeast = false) => ({ state: 'since', day: '2026-11-08', days, atLeast }) as const;

describe('what the board says', () => {
  it('tells the age in days, and when it may be longer', () => {
    assert.equal(ageLabel(since(12), 'qa'), '12 days in QA');
    assert.equal(ageLabel(since(1), 'build'), '1 day in Build');
    assert.equal(ageLabel(since(0), 'build'), 'In Build since today');
    assert.equal(ageLabel(since(3, true), 'build'), 'At least 3 days in Build');
    assert.equal(ageLabel(since(3), null), '3 days without a stage');
    assert.equal(ageLabel(since(0), null), 'Without a stage since today');
    assert.equal(ageLabel({ state: 'uncommitted' }, 'qa'), 'In QA, not committed yet');
    assert.equal(ageLabel({ state: 'unknown' }, 'qa'), '');
    assert.equal(ageLabel(null, 'qa'), '');
  });

  it('says what an age rests on', () => {
    assert.match(ageHow(since(12)), /^Since 8 Nov 2026, as/);
    assert.match(ageHow(since(12, true)), /or longer/);
    assert.match(ageHow({ state: 'unknown' }), /not in this clone/);
    assert.equal(ageHow({ state: 'uncommitted' }), '');
    assert.equal(ageHow(null), '');
  });

  it('says after a move what it leaves open, and nothing where there is no gate', () => {
    assert.equal(movedSentence('PAY-1', 'launch', []), 'Moved PAY-1 to Launch.');
    assert.equal(
      movedSentence('PAY-1', 'launch', [gate(3)]),
      'Moved PAY-1 to Launch. 3 items of Definition of done are open.',
    );
    assert.equal(movedSentence('PAY-1', 'qa', [gate(1)]), 'Moved PAY-1 to QA. 1 item of Definition of done is open.');
    assert.equal(
      movedSentence('PAY-1', 'qa', [gate(1, 2), gate(0, 1, 'Ready to test'), gate(0, 0, 'Own gate')]),
      'Moved PAY-1 to QA. 1 item of Definition of done is open, and 2 cannot be checked here. 1 item of Ready to test cannot be checked here.',
    );
    assert.equal(
      movedSentence('PAY-1', 'launch', [gate(0), gate(0, 0, 'Own gate')]),
      'Moved PAY-1 to Launch. Definition of done and Own gate: nothing is open.',
    );
    assert.equal(movedBackSentence('PAY-1', 'qa'), 'Moved PAY-1 back to QA.');
    assert.equal(movedBackSentence('PAY-1', null), 'Took the move of PAY-1 back.');
  });

  it('counts what is in progress without a limit', () => {
    assert.equal(inProgressLabel(1), '1 epic in progress, from Build to Launch');
    assert.equal(inProgressLabel(0), '0 epics in progress, from Build to Launch');
  });
});
