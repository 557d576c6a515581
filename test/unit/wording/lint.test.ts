import assert from 'node:assert/strict';
import { LINT_RULES, type FindingData } from '../../../src/model/lint.ts';
import { findingText, lintFixTitle } from '../../../src/wording/lint.ts';

const DATA: FindingData = {
  name: 'Tested',
  gate: 'Definition of done',
  target: 'docs/a.md',
  day: '2026-12-10',
  open: 2,
};
/** A verdict on people, or on how they work. */
const VERDICT =
  /\b(?:you (?:forgot|failed|must)|bad|wrong|poor|lazy|careless|productiv\w*|performance|worst|best|slow)\b/i;

describe('what a finding says', () => {
  for (const rule of LINT_RULES)
    it(`is a question, short, whole and without a verdict, for ${rule}`, () => {
      const { message, why, example } = findingText({ rule, data: DATA });
      assert.ok(message.length <= 140, message);
      assert.match(why, /^[A-Z].*\.$/);
      for (const words of [message, why, example ?? '']) {
        assert.doesNotMatch(words, VERDICT);
        assert.doesNotMatch(words, /undefined|NaN/);
      }
      assert.match(message, /\?/);
    });

  it('names the day and counts what is open', () => {
    const words = (open: number) =>
      findingText({ rule: 'commitment/premature', data: { day: '2026-12-10', open } }).message;
    assert.match(words(1), /^10 Dec 2026 is promised while 1 item of Ready to build is open\./);
    assert.match(words(3), /3 items of Ready to build are open/);
  });
});

describe('the title of a quick fix', () => {
  it('says what will be written', () => {
    assert.equal(
      lintFixTitle({ kind: 'addReviews', reviews: ['2026-12-20', '2027-01-19'] }),
      'Look at it again on 20 Dec 2026, 19 Jan 2027',
    );
    assert.equal(lintFixTitle({ kind: 'addBenefit', benefit: 'customer' }), 'Say that the customer is better off');
    assert.equal(lintFixTitle({ kind: 'addImpact', impact: 'cost' }), 'Name what it touches: cost');
  });
});
