import assert from 'node:assert/strict';
import { toOutcomeSchema } from '../../../src/protocol/outcomeProtocol.ts';
import { createEpicFile } from '../../support/factories.ts';
import { read, withFrontMatter } from '../epics/read.ts';
import { cardOf, shown } from './made.ts';

const BETS = `outcome:
  statement: Guests pay without an account.
  earlySigns:
    - fewer calls
    - { sign: a fifth start as a guest, by: 2026-11-03 }
    - { sign: fewer resets, by: 2026-10-15, seen: 2026-10-12 }
beliefs:
  - { belief: the account is the obstacle, confidence: 70, review: 2026-12-25 }
  - belief: guests come back
    wouldChangeOurMind: fewer than one in ten
    disagreement: support expects more calls
    review: 2026-11-03
tickets: [PAY-101]`;

describe('the bets of the Outcome view', () => {
  it('show each belief in words, those that are due first', () => {
    const { beliefs, betsDue } = cardOf(withFrontMatter(BETS));
    assert.deepEqual(beliefs, [
      {
        belief: 'guests come back',
        sure: 'How sure are we? Nothing is written yet.',
        changeOurMind: 'fewer than one in ten',
        disagreement: 'support expects more calls',
        look: 'Due for a look since 3 Nov 2026 (17 days ago)',
        due: true,
        revisit: { id: 'revisitBelief', label: 'Revisit…', argument: 'guests come back' },
      },
      {
        belief: 'the account is the obstacle',
        sure: 'We are fairly sure (70 %)',
        changeOurMind: '',
        disagreement: '',
        look: 'Next look: 25 Dec 2026 (in 35 days)',
        due: false,
        revisit: { id: 'revisitBelief', label: 'Revisit…', argument: 'the account is the obstacle' },
      },
    ]);
    assert.equal(betsDue, '1 due for a look');
  });

  it('show each early sign with its day, and offer to record those not seen yet', () => {
    const { signs } = cardOf(withFrontMatter(BETS));
    const record = (argument: string) => ({ id: 'recordEarlySign', label: 'Seen…', argument });
    assert.deepEqual(signs, [
      {
        sign: 'a fifth start as a guest',
        standing: 'Expected by 3 Nov 2026, not seen yet. What does that tell you?',
        state: 'late',
        record: record('a fifth start as a guest'),
      },
      {
        sign: 'fewer calls',
        standing: 'Not seen yet. By when would you see it?',
        state: 'open',
        record: record('fewer calls'),
      },
      { sign: 'fewer resets', standing: 'Seen on 12 Oct 2026', state: 'seen' },
    ]);
  });

  it('ask nothing of an epic that is closed', () => {
    const { beliefs, signs, betsDue } = cardOf(withFrontMatter(`stage: closed\n${BETS}`));
    assert.equal(betsDue, '');
    for (const text of [...beliefs.map(({ look }) => look), ...signs.map(({ standing }) => standing)])
      assert.doesNotMatch(text, /\?|[Dd]ue/);
  });

  it('offer no change of a file that only main has', () => {
    const card = cardOf({ ...withFrontMatter(BETS), origin: 'main' });
    assert.ok(card.beliefs.length === 2 && card.beliefs.every(({ revisit }) => revisit === undefined));
    assert.ok(card.signs.length === 3 && card.signs.every(({ record }) => record === undefined));
    assert.equal(card.newDocument, undefined);
  });

  it('are empty for an epic that has none', () => {
    const { beliefs, signs, betsDue } = cardOf(createEpicFile());
    assert.deepEqual([beliefs, signs, betsDue], [[], [], '']);
  });

  it('go to the page whole, however long a sentence is', () => {
    const long = 'x'.repeat(10_000);
    const state = shown(withFrontMatter(BETS.replace('guests come back', long)));
    assert.equal(state.epic?.beliefs[0]?.belief, long);
    assert.equal(state.epic.beliefs[0].revisit?.argument?.length, 4096);
    const message = { t: 'state' as const, state };
    assert.deepEqual(toOutcomeSchema.parse(structuredClone(message)), message);
  });
});

describe('the documents of the Outcome view', () => {
  it('are those that the epic links, each to be opened, with the way to another one', () => {
    const file = withFrontMatter(BETS);
    const linked = `${file.text}\n## Documents\n\n- [Risks](documents/PAY-100-risks.md)\n- [Plan](https://example.org/plan)\n`;
    const card = cardOf(withFrontMatter(BETS));
    assert.deepEqual(card.documents, []);
    assert.deepEqual(card.newDocument, { id: 'newDocument', label: 'New Document…', argument: file.path });
    const { documents } = cardOf(read(linked));
    assert.deepEqual(documents, [
      { label: 'Risks', open: { id: 'openDocument', label: 'Open', argument: 'documents/PAY-100-risks.md' } },
      { label: 'Plan', open: { id: 'openDocument', label: 'Open', argument: 'https://example.org/plan' } },
    ]);
  });
});
