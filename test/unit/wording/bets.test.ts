import assert from 'node:assert/strict';
import type { BeliefStanding, SignStanding } from '../../../src/model/bets.ts';
import { lookText, signText, surenessText } from '../../../src/wording/bets.ts';

const TODAY = '2026-11-20';
const look = (standing: BeliefStanding['look']) =>
  lookText(
    {
      at: 0,
      belief: { belief: 'b', confidence: null, wouldChangeOurMind: null, disagreement: null, review: null },
      look: standing,
    },
    TODAY,
  );
const sign = (state: SignStanding['state'], by: string | null, seen: string | null = null) =>
  signText({ at: 0, sign: { sign: 's', by, seen }, state }, TODAY);

describe('how sure a team is', () => {
  it('is said in words and percent', () => {
    assert.deepEqual([0, 9, 10, 39, 40, 60, 61, 85, 86, 100].map(surenessText), [
      'We hardly believe it (0 %)',
      'We hardly believe it (9 %)',
      'We doubt it (10 %)',
      'We doubt it (39 %)',
      'It could go either way (40 %)',
      'It could go either way (60 %)',
      'We are fairly sure (61 %)',
      'We are fairly sure (85 %)',
      'We are very sure (86 %)',
      'We are very sure (100 %)',
    ]);
    assert.equal(surenessText(72.5), 'We are fairly sure (72.5 %)');
  });

  it('is asked where nothing is written, never guessed', () => {
    assert.equal(surenessText(null), 'How sure are we? Nothing is written yet.');
  });
});

describe('when a belief is looked at', () => {
  it('says since when it is due', () => {
    assert.equal(look({ state: 'due', since: '2026-11-03' }), 'Due for a look since 3 Nov 2026 (17 days ago)');
    assert.equal(look({ state: 'due', since: TODAY }), 'Due for a look today');
  });

  it('says the next day, asks where there is none, and is silent once it is over', () => {
    assert.equal(look({ state: 'planned', on: '2026-12-25' }), 'Next look: 25 Dec 2026 (in 35 days)');
    assert.equal(look({ state: 'noDay' }), 'When do we look at it again? No day is written yet.');
    assert.equal(look({ state: 'over' }), '');
  });
});

describe('how an early sign stands', () => {
  it('asks what it tells that it did not come', () => {
    assert.equal(sign('late', '2026-05-03'), 'Expected by 3 May 2026, not seen yet. What does that tell you?');
  });

  it('says when it is expected, or asks', () => {
    assert.equal(sign('expected', '2026-11-21'), 'Expected by 21 Nov 2026 (in 1 day)');
    assert.equal(sign('expected', TODAY), 'Expected by 20 Nov 2026 (today)');
    assert.equal(sign('noDay', null), 'Not seen yet. By when would you see it?');
  });

  it('says when it was seen, and that it came later than expected', () => {
    assert.equal(sign('seen', '2026-11-03', '2026-11-03'), 'Seen on 3 Nov 2026');
    assert.equal(sign('seen', '2026-11-03', '2026-11-04'), 'Seen on 4 Nov 2026, expected by 3 Nov 2026');
    assert.equal(sign('seen', null, '2026-11-04'), 'Seen on 4 Nov 2026');
  });

  it('asks nothing of an epic that is over', () => {
    assert.equal(sign('over', '2026-05-03'), 'Expected by 3 May 2026, not seen');
    assert.equal(sign('over', null), '');
  });
});
