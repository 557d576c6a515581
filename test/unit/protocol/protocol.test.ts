import assert from 'node:assert/strict';
import { ACTION_IDS } from '../../../src/protocol/actions.ts';
import {
  DEFAULT_FILTER,
  fromInsightsSchema,
  toInsightsSchema,
  type ToInsights,
} from '../../../src/protocol/insightsProtocol.ts';
import { fromOutcomeSchema, toOutcomeSchema, type ToOutcome } from '../../../src/protocol/outcomeProtocol.ts';
import { insightsState } from '../../../src/vscode/webviews/insightsState.ts';
import { outcomeState } from '../../../src/vscode/views/outcomeState.ts';
import { createLearn, epicWith } from '../answers/learn/madeOutcomes.ts';

describe('the conversation with the pages', () => {
  it('carries every message whole', () => {
    const toOutcome: ToOutcome = {
      t: 'state',
      state: outcomeState({ kind: 'problem', problem: { code: 'git/not-found' } }, '2026-11-20'),
    };
    assert.deepEqual(toOutcomeSchema.parse(structuredClone(toOutcome)), toOutcome);
    const window = { from: '2026-05-18', to: '2026-11-16', weeks: 26 };
    const declined = insightsState(
      { state: 'withheld', reason: 'groupTooSmall', window, floor: 3, soloPossible: true },
      {
        state: 'told',
        answer: createLearn([epicWith('PAY-1', { hits: 3, misses: 3 }), epicWith('PAY-2', {})]),
      },
      { repository: 'shop', filter: DEFAULT_FILTER },
    );
    assert.ok(declined.kind === 'declined' && declined.figures.length > 0, 'outcomes need no group of people');
    const toInsights: ToInsights = { t: 'state', state: declined };
    assert.deepEqual(toInsightsSchema.parse(structuredClone(toInsights)), toInsights);
    for (const message of [
      { t: 'ready', filter: null },
      { t: 'ready', filter: DEFAULT_FILTER },
      { t: 'filter', filter: DEFAULT_FILTER },
      { t: 'cancel' },
      { t: 'explain', topic: 'cycleTime' },
      { t: 'prepare', figure: 'throughput', format: 'svg' },
      { t: 'export', figure: 'throughput', format: 'svg', content: '<svg/>' },
      { t: 'focus', metrics: ['wip', 'reviewWait'] },
      { t: 'retrospective', svgs: [{ id: 'throughput', svg: '<svg/>' }] },
      { t: 'openItem', index: 0 },
    ])
      assert.deepEqual(fromInsightsSchema.parse(message), message);
    for (const action of ACTION_IDS) {
      const run = { t: 'run', action, argument: 'PAY-101' };
      assert.deepEqual(fromOutcomeSchema.parse(run), run);
      assert.deepEqual(fromInsightsSchema.parse(run), run);
    }
    assert.deepEqual(fromOutcomeSchema.parse({ t: 'ready' }), { t: 'ready' });
  });

  for (const wrong of [
    null,
    'ready',
    {},
    { t: 'unknown' },
    { t: 'run', action: 'workbench.action.terminal.new' },
    { t: 'run', action: 'openEpic', argument: 'x'.repeat(5000) },
    { t: 'filter', filter: { weeks: 3, type: null } },
    { t: 'filter', filter: { weeks: 26, type: 'somebody' } },
  ])
    it(`refuses ${JSON.stringify(wrong).slice(0, 60)}`, () => {
      assert.equal(fromOutcomeSchema.safeParse(wrong).success, false);
      assert.equal(fromInsightsSchema.safeParse(wrong).success, false);
    });
});
