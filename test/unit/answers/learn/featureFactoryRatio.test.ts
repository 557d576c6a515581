import assert from 'node:assert/strict';
import fc from 'fast-check';
import { featureFactoryRatio } from '../../../../src/answers/learn/featureFactoryRatio.ts';
import type { Epic } from '../../../../src/model/epic.ts';
import { OUTCOME_PLACEHOLDER, type Measure } from '../../../../src/model/outcome.ts';
import { STAGES } from '../../../../src/model/stage.ts';
import { createEpicFile, createOutcome } from '../../../support/factories.ts';

const MEASURE: Measure = {
  ...{ name: 'cart abandonment', unit: '%', baseline: 31, target: 26 },
  ...{ by: null, confidence: null, tolerance: null, measured: [] },
};
const file = (key: string, epic: Partial<Epic> = {}) =>
  createEpicFile({ key, ...epic }, { path: `outcomes/${key}.md` });
const bare = (key: string) => file(key, { outcome: null });
const reasonOf = (epic: Partial<Epic>) => featureFactoryRatio([file('PAY-1', epic)]).epics[0]?.reason;

describe('featureFactoryRatio', () => {
  it('is the share of epics without an anticipated outcome from five epics on', () => {
    const five = ['PAY-1', 'PAY-2', 'PAY-3'].map(key => file(key)).concat(bare('PAY-4'), bare('PAY-5'));
    assert.deepEqual(featureFactoryRatio(five).ratio, { count: 2, of: 5, share: 0.4 });
    assert.deepEqual(featureFactoryRatio(five.slice(1)).ratio, { count: 2, of: 4, share: null });
    assert.deepEqual(featureFactoryRatio([]).ratio, { count: 0, of: 0, share: null });
  });

  it('says of each epic why it counts, or does not', () => {
    const stating = (statement: string) => ({ outcome: createOutcome({ statement }) });
    assert.equal(reasonOf({ outcome: null }), 'noOutcome');
    assert.equal(reasonOf(stating('  ')), 'noOutcome');
    assert.equal(reasonOf(stating(OUTCOME_PLACEHOLDER)), 'templateLeft');
    assert.equal(reasonOf(stating('TBD')), 'templateLeft');
    assert.equal(reasonOf(stating('Guests pay without an account.')), 'untestable');
    assert.equal(reasonOf({ outcome: createOutcome({ measures: [{ ...MEASURE, baseline: null }] }) }), 'untestable');
    assert.equal(reasonOf({ outcome: createOutcome({ measures: [MEASURE] }) }), 'testable');
  });

  it('counts an outcome that cannot be tested beside it, not in it', () => {
    const { ratio, untestable, epics } = featureFactoryRatio([file('PAY-1')]);
    assert.deepEqual([ratio.count, untestable.count, epics[0]?.counts], [0, 1, false]);
  });

  it('leaves out stopped epics and files that cannot be read, and says how many', () => {
    const broken = createEpicFile(null, { path: 'outcomes/PAY-8.md' });
    const answer = featureFactoryRatio([bare('PAY-1'), file('PAY-2', { stage: 'stopped', outcome: null }), broken]);
    assert.deepEqual([answer.ratio.count, answer.ratio.of], [1, 1]);
    assert.deepEqual([answer.stopped, answer.unread], [1, ['outcomes/PAY-8.md']]);
  });

  it('names those that count first, each group by key', () => {
    const { epics } = featureFactoryRatio([file('PAY-10'), bare('PAY-20'), file('PAY-9'), bare('PAY-3')]);
    assert.deepEqual(
      epics.map(({ key, path }) => `${key} ${path}`),
      ['PAY-3', 'PAY-20', 'PAY-9', 'PAY-10'].map(key => `${key} outcomes/${key}.md`),
    );
  });

  it('has every epic that was not stopped once, and counts those that say so', () => {
    const epic = fc.record({ stage: fc.constantFrom(...STAGES, null), bare: fc.boolean() });
    fc.assert(
      fc.property(fc.array(epic, { maxLength: 20 }), epics => {
        const files = epics.map(({ stage, bare: none }, at) =>
          file(`PAY-${at}`, { stage, ...(none ? { outcome: null } : {}) }),
        );
        const answer = featureFactoryRatio(files);
        assert.equal(answer.epics.length + answer.stopped, files.length);
        assert.equal(answer.epics.filter(({ counts }) => counts).length, answer.ratio.count);
        assert.equal(answer.ratio.of, answer.epics.length);
      }),
    );
  });
});
