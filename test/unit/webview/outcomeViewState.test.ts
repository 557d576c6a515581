import assert from 'node:assert/strict';
import { initialOutcomeView, isOpen, outcomeViewSchema, turn } from '../../../webview/outcome/viewState.ts';

describe('what the Outcome view keeps', () => {
  it('opens the parts that are read most, and folds the rest', () => {
    assert.equal(isOpen(initialOutcomeView, 'measures'), true);
    assert.equal(isOpen(initialOutcomeView, 'decisions'), false);
    assert.equal(isOpen(initialOutcomeView, 'crumb-epic'), false);
  });

  it('remembers what was turned, and forgets it when it is turned back', () => {
    const folded = turn(initialOutcomeView, 'measures');
    assert.equal(isOpen(folded, 'measures'), false);
    assert.equal(isOpen(folded, 'readiness'), true);
    assert.deepEqual(turn(folded, 'measures'), initialOutcomeView);
  });

  it('refuses what an older page kept in another shape', () => {
    assert.equal(outcomeViewSchema.safeParse({ version: 0, collapsed: [] }).success, false);
    assert.equal(outcomeViewSchema.safeParse(turn(initialOutcomeView, 'crumb-ticket')).success, true);
  });
});
