import assert from 'node:assert/strict';
import { serviceLevelMetric } from '../../../../../src/answers/flow/metrics/serviceLevel.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure, type MadeGate } from '../madeInput.ts';

/** Items that finish on day `end` of the window; `n` calendar days, inclusive, are n - 1 times 24 hours. */
const taking = (end: number, days: readonly number[]): WorkItem[] => days.map(day => createWork(end, day - 1));
const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const level = (finished: readonly WorkItem[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(serviceLevelMetric, createInput({ finished, ...changes }), gate);

const early = taking(20, oneTo(20));
const late = taking(120, [1, 2, 3, 4, 5, 6, 7, 16, 17, 18]);

describe('serviceLevelMetric', () => {
  it('is set on the first half of the window and tested on the second (METRICS P1; Wilson 9 of 10)', () => {
    const { withheld, days, hits, share, low, high, setOn, testedOn } = level([...early, ...late]);
    assert.deepEqual([withheld, days, hits, share], [null, 17, 9, 0.9]);
    assert.deepEqual([low?.toFixed(4), high?.toFixed(4)], ['0.5958', '0.9821']);
    assert.deepEqual(setOn, { from: '2026-01-05', to: '2026-04-06', weeks: 13, items: 20 });
    assert.deepEqual(testedOn, { from: '2026-04-06', to: '2026-07-06', weeks: 13, items: 10 });
  });

  it('is never tested on what set it', () => {
    const slow = early.map(item => ({ ...item, start: (item.start ?? 0) - 100 * 86_400 }));
    assert.deepEqual([level([...slow, ...late]).days, level([...slow, ...late]).share], [117, 1]);
    const quick = taking(
      120,
      oneTo(10).map(() => 1),
    );
    assert.equal(level([...early, ...quick]).days, 17, 'what came later moves no expectation');
  });

  it('takes the weeks nearest to half that leave enough items on both sides', () => {
    const finished = [...taking(20, oneTo(10)), ...taking(100, oneTo(10)), ...taking(120, oneTo(10))];
    const { setOn, testedOn } = level(finished);
    assert.deepEqual([setOn?.weeks, setOn?.items, testedOn?.items], [15, 20, 10]);
  });

  it('needs 19 items to be set and 10 to be tested', () => {
    const tooFew = (has: number, needs: number) => ({ code: 'tooFew', what: 'timedItems', has, needs });
    assert.deepEqual(level([...early.slice(0, 18), ...late]).withheld, tooFew(28, 29));
    assert.deepEqual(level([...early.slice(0, 18), ...late, ...taking(120, [1])]).withheld, tooFew(18, 19));
    assert.deepEqual(level([...early, ...taking(20, [1]), ...late.slice(1)]).withheld, tooFew(9, 10));
    assert.equal(level([...early.slice(0, 19), ...late]).withheld, null);
  });

  it('is hidden when too few people are behind either part', () => {
    const gate: MadeGate = { hides: ids => ids.length === late.length };
    const { withheld, days, hits } = level([...early, ...late], {}, gate);
    assert.deepEqual([withheld, days, hits], [{ code: 'people' }, null, null]);
  });

  it('is not exported for one work type', () => {
    assert.deepEqual(level([...early, ...late], { use: 'export', type: 'feature' }).withheld, { code: 'people' });
  });
});
