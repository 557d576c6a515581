import assert from 'node:assert/strict';
import { epicsOverview } from '../../../src/answers/learn/epicsOverview.ts';
import type { Epic, EpicFile } from '../../../src/model/epic.ts';
import { NO_FILTER } from '../../../src/model/learn/epicsChoice.ts';
import type { EpicEntry } from '../../../src/model/learn/epicsOverview.ts';
import { epicDescription, epicSpoken, epicTip, keyResultWay, ratioText } from '../../../src/wording/epics.ts';
import { filterText } from '../../../src/wording/epicsChoice.ts';
import { reviewDueText } from '../../../src/wording/outcome.ts';
import { createEpicFile, createFolder, createGate, createItem, createOutcome } from '../../support/factories.ts';
import { readinessIn } from '../answers/learn/madeReadiness.ts';

const TODAY = '2026-11-20';

function entryOf(epic: Partial<Epic> | null, more: Partial<EpicFile> = {}): EpicEntry {
  const file = createEpicFile(epic, more);
  const ready = readinessIn(file, TODAY);
  const readiness = new Map(ready === null ? [] : [[file.path, ready]]);
  const { withoutKeyResult } = epicsOverview({ outcomes: createFolder([file]), readiness, today: TODAY });
  return withoutKeyResult[0] ?? assert.fail();
}

const LAUNCH = { gates: [createGate([createItem({ ticked: true }), createItem()])] };

describe('the words about an epic', () => {
  it('say key, stage and readiness behind the title', () => {
    assert.equal(epicDescription(entryOf(LAUNCH)), 'PAY-100 · Launch · 1/2');
    assert.equal(epicDescription(entryOf({ stage: null, title: 'PAY-100' })), 'no stage');
    assert.equal(epicDescription(entryOf({}, { origin: 'main' })), 'PAY-100 · Launch · from main');
    assert.equal(epicDescription(entryOf({}, { unsaved: true })), 'PAY-100 · Launch · unsaved');
    assert.equal(epicDescription(entryOf(null)), 'cannot be read');
  });

  it('say the same in full to who listens', () => {
    const spoken = epicSpoken(entryOf({ ...LAUNCH, outcome: null }, { origin: 'main' }));
    assert.equal(
      spoken,
      'Guest checkout, PAY-100, Launch, 1 of 2 items met, read from the main branch. Not ready to launch. No outcome yet',
    );
    assert.equal(epicSpoken(entryOf(null)), 'PAY-100-guest-checkout.md, cannot be read');
  });

  it('say what is so, what to do, and why it counts in the ratio', () => {
    assert.deepEqual(epicTip(entryOf(LAUNCH), TODAY), [
      'PAY-100 · Feature · Launch · Go-live readiness: 1 of 2 met',
      'Guests pay without an account, so fewer carts are abandoned.',
      'Not ready to launch. Go-live readiness: 1 of 2 open. Meet the items, waive them until a day, or say why they do not apply.',
      'Does not count in the Feature Factory Ratio: it says what will be different. No measure has a baseline and a target yet.',
      'outcomes/PAY-100-guest-checkout.md',
    ]);
    const bare = epicTip(entryOf({ outcome: null, stage: 'build' }, { origin: 'main' }), TODAY);
    assert.ok(bare.includes('Counts in the Feature Factory Ratio: it has no anticipated outcome.'));
    assert.ok(bare.some(line => line.startsWith('Read from the main branch.')));
  });

  it('end what somebody wrote before they go on', () => {
    const belief = { belief: 'guests come back', review: TODAY };
    const beliefs = [{ ...belief, confidence: null, wouldChangeOurMind: null, disagreement: null }];
    const told = epicTip(entryOf({ stage: 'build', beliefs }), TODAY).join('\n');
    assert.match(told, /guests come back \(20 Nov 2026\)\. Say how sure you are now/);
  });

  it('tell items that are not looked up apart', () => {
    const gates = [createGate([createItem({ proof: { kind: 'ticket', key: 'PAY-1', status: 'done' } })])];
    assert.match(epicTip(entryOf({ gates }), TODAY)[0] ?? '', /0 of 1 met, 1 not checked here$/);
  });

  it('name the next review, or the one that is due', () => {
    const reviewed = (day: string) =>
      epicTip(entryOf({ stage: 'review', outcome: createOutcome({ reviews: [day] }) }), TODAY).join('\n');
    assert.match(reviewed('2026-11-30'), /Next review: 30 Nov 2026 \(in 10 days\)\./);
    assert.match(reviewed('2026-11-13'), /Review due for 7 days\. Planned for 13 Nov 2026/);
    assert.doesNotMatch(reviewed('2026-11-13'), /Next review/);
    assert.equal(reviewDueText(TODAY, TODAY), 'Review due today: did the outcome happen?');
    assert.match(reviewDueText('2026-11-13', TODAY), /^Review due since 13 Nov 2026 \(7 days ago\)/);
  });

  it('give the ratio as counts, and nothing of nothing', () => {
    const ratio = { epics: [], stopped: 0, unread: [], untestable: { count: 0, of: 12, share: 0 } };
    assert.equal(ratioText({ ...ratio, ratio: { count: 3, of: 12, share: 0.25 } }), 'Feature Factory Ratio 3 of 12');
    assert.equal(ratioText({ ...ratio, ratio: { count: 0, of: 0, share: null } }), '');
  });

  it('tell the way of a key result as far as it is known', () => {
    const keyResult = { id: 'KR-1', title: 'a', unit: '%', baseline: 31, target: 26, by: '2027-03-31' };
    assert.equal(keyResultWay(keyResult), '31 → 26 %, by 31 Mar 2027');
    assert.equal(keyResultWay({ ...keyResult, baseline: null, unit: null, by: null }), '? → 26');
    assert.equal(keyResultWay({ ...keyResult, baseline: null, target: null, by: null }), '');
  });

  it('say which epics a filter shows', () => {
    const filter = { ...NO_FILTER, signs: ['reviewDue', 'noOutcome'] as const, stages: [null], text: ' cart ' };
    assert.equal(
      filterText(filter, 3, 12),
      '3 of 12 epics: Review due or No anticipated outcome; No stage; “cart”. Clear Filter shows all.',
    );
    assert.match(filterText({ ...NO_FILTER, types: ['debt'] }, 0, 1), /^0 of 1 epic: Debt\./);
  });
});
