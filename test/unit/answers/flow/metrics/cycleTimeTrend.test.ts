import assert from 'node:assert/strict';
import { cycleTimeTrendMetric } from '../../../../../src/answers/flow/metrics/cycleTimeTrend.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

/** Three items a week, which took one day less, just as many and one day more than `days` says for the week. */
const weekly = (days: readonly number[]): WorkItem[] =>
  days.flatMap((day, week) => [day - 1, day, day + 1].map(one => createWork(7 * week + 2, one)));
const trend = (finished: readonly WorkItem[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(cycleTimeTrendMetric, createInput({ finished, ...changes }), gate);
const daysOf = ({ series }: ReturnType<typeof trend>) =>
  series.points.map(({ value }) => (value === null ? null : value / DAY));

describe('cycleTimeTrendMetric', () => {
  it('gives the time within which half of each week’s items finished', () => {
    const { withheld, items } = trend(weekly([3, 5, 4]));
    assert.deepEqual([withheld, items], [null, 9]);
    assert.deepEqual(daysOf(trend(weekly([3, 5, 4]))).slice(0, 4), [3, 5, 4, null]);
  });

  it('has no value for a week of fewer than three items', () => {
    const finished = [...weekly([3, 3]), createWork(15, 1), createWork(15, 1)];
    assert.deepEqual(daysOf(trend(finished)).slice(0, 3), [3, 3, null]);
    assert.equal(trend(finished).items, 6);
  });

  it('names the week that lies outside the limits of the series’ own past (METRICS P5, S3)', () => {
    const usual = [5, 6, 5, 4, 5, 6, 4, 5, 6, 5, 4, 5];
    const { behaviour } = trend(weekly([...usual, 40])).series;
    assert.equal(behaviour.state, 'full');
    assert.ok(
      behaviour.signals.some(({ rule, index, direction }) => rule === 'outside' && index === 12 && direction === 'up'),
    );
    assert.deepEqual(trend(weekly(usual)).series.behaviour.signals, []);
  });

  it('leaves a gap where a week is too few people’s', () => {
    const finished = weekly(Array.from({ length: 26 }, () => 3));
    const ids = finished.slice(0, 3).map(({ id }) => id);
    const { series } = trend(finished, {}, { hides: asked => asked.length === 3 && asked.includes(ids[0] ?? '') });
    assert.equal(series.weeksPerBin, 1);
    assert.deepEqual(
      series.points.slice(0, 2).map(({ value, hidden, n }) => [value, hidden, n]),
      [
        [null, true, null],
        [3 * DAY, false, 3],
      ],
    );
    assert.equal(series.points.filter(({ hidden }) => hidden).length, 2, 'one alone would follow from the total');
  });

  it('is withheld with the cycle time that it is about', () => {
    const squashed = Array.from({ length: 30 }, (_, n) => createWork(n, null));
    const { withheld, series } = trend([...squashed, ...weekly([3, 3])]);
    assert.deepEqual(withheld, { code: 'coverage', known: 6, of: 36 });
    assert.deepEqual(series.points, []);
  });

  it('needs two weeks with a value', () => {
    assert.deepEqual(trend(weekly([3])).withheld, { code: 'tooFew', what: 'points', has: 1, needs: 2 });
  });

  it('is not exported for one work type', () => {
    const finished = weekly([3, 4, 5]);
    assert.equal(trend(finished, { use: 'export' }).withheld, null);
    assert.deepEqual(trend(finished, { use: 'export', type: 'feature' }).withheld, { code: 'people' });
  });
});
