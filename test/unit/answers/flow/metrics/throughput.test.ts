import assert from 'node:assert/strict';
import { throughputMetric } from '../../../../../src/answers/flow/metrics/throughput.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork, measure, type MadeGate } from '../madeInput.ts';

/** So many items in each week. */
const weekly = (counts: readonly number[]): WorkItem[] =>
  counts.flatMap((count, week) => Array.from({ length: count }, () => createWork(7 * week + 1, null)));
const throughput = (finished: readonly WorkItem[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(throughputMetric, createInput({ finished, ...changes }), gate);
const countsOf = ({ series }: ReturnType<typeof throughput>) => series.points.map(({ value }) => value);
const twentySix = (counts: readonly number[]): number[] => Array.from({ length: 26 }, (_, week) => counts[week] ?? 0);

describe('throughputMetric', () => {
  it('counts what landed in each whole week, weeks without anything too', () => {
    const result = throughput(weekly([3, 0, 2, 4]));
    assert.deepEqual(countsOf(result), twentySix([3, 0, 2, 4]));
    assert.deepEqual([result.items, result.weeks, result.median], [9, 26, 0]);
  });

  it('counts weeks from Monday (METRICS P22: Sunday 7 January 2018 ends one)', () => {
    const window = { from: '2018-01-01', to: '2018-01-29', weeks: 4 };
    const done = [7, 7, 8, 8, 9, 9].map(day => createWork(0, null, { end: Date.UTC(2018, 0, day, 9) / 1000 }));
    const result = throughput([createWork(0, null, { end: Date.UTC(2017, 11, 1) / 1000 }), ...done], { window });
    assert.deepEqual(countsOf(result), [2, 4, 0, 0]);
  });

  it('takes the midpoint median of the weeks', () => {
    const counts = Array.from({ length: 26 }, (_, week) => (week < 13 ? 2 : 5));
    assert.equal(throughput(weekly(counts)).median, 3.5);
  });

  it('tells no usual week and no limits when more than a tenth of the bins are hidden, as the small ones are', () => {
    // Two of the six stretches of four weeks hold four items, the others 36.
    const items = weekly(
      Array.from({ length: 26 }, (_, week) => ([2, 3, 4, 5, 10, 11, 12, 13].includes(week) ? 1 : 9)),
    );
    const few = (ids: readonly string[]) => ids.length < 5;
    const { median, series, items: shown } = throughput(items, {}, { hides: few });
    assert.deepEqual([median, series.biased, series.behaviour.segments], [null, true, []]);
    assert.ok(shown > 0 && series.points.some(({ hidden }) => hidden));
    const whole = throughput(items);
    assert.deepEqual([whole.median, whole.series.biased], [9, false]);
  });

  it('counts what squash merges landed, as it needs no start', () => {
    const result = throughput(weekly(twentySix([1, 1, 1])));
    assert.deepEqual([result.withheld, result.items], [null, 3]);
  });

  it('tells the items of bots apart', () => {
    const bots = [createWork(1, null, { automated: true }), createWork(8, null)];
    const result = throughput(
      [...weekly([2]), ...bots],
      {},
      { isAutomated: ({ id }) => bots.some(bot => bot.id === id) },
    );
    assert.deepEqual([result.items, result.automated], [2, 2]);
    assert.equal(throughput(bots, {}, { isAutomated: () => true }).automated, 2);
    assert.deepEqual(throughput(bots, {}, { isAutomated: () => true }).withheld, {
      code: 'nothing',
      what: 'finishedItems',
    });
  });

  it('leaves out direct commits that nothing holds together', () => {
    const direct = createWork(1, 1, { flags: ['ungrouped'] });
    assert.equal(throughput([...weekly([2]), direct]).items, 2);
  });

  it('begins with the first whole week that a shallow clone knows', () => {
    const result = throughput(weekly(twentySix([0, 0, 0, 1, 2])), { knownSince: at(16) });
    assert.equal(result.series.points[0]?.from, '2026-01-26');
    assert.deepEqual([result.weeks, result.items], [23, 3]);
  });

  it('begins with the week of the project’s first landing', () => {
    const result = throughput(weekly(twentySix([0, 0, 0, 0, 2])));
    assert.deepEqual([result.series.points[0]?.from, result.weeks], ['2026-02-02', 22]);
  });

  it('needs four known weeks', () => {
    const young = throughput(weekly(Array.from({ length: 26 }, (_, week) => (week < 23 ? 0 : 2))));
    assert.deepEqual(young.withheld, { code: 'tooFew', what: 'weeks', has: 3, needs: 4 });
    assert.deepEqual([young.series.points, young.median, young.items], [[], null, 0]);
  });

  it('widens the bins where weeks are too few people’s, and says nothing when none may be shown', () => {
    const finished = weekly(Array.from({ length: 26 }, () => 3));
    const wide = throughput(finished, {}, { hides: ids => ids.length === 3 });
    assert.deepEqual([wide.series.weeksPerBin, wide.median, wide.weeks], [2, 6, 26]);
    const { withheld, items, series } = throughput(finished, {}, { hides: () => true });
    assert.deepEqual([withheld, items, series.points], [{ code: 'people' }, 0, []]);
  });

  it('has limits from 12 weeks on with all rules (METRICS S5)', () => {
    const counts = [5, 6, 4, 5, 7, 5, 4, 6, 5, 5, 6, 4, 5, 5, 6, 4, 5, 7, 5, 4, 6, 5, 5, 6, 4, 30];
    const { behaviour } = throughput(weekly(counts)).series;
    assert.equal(behaviour.state, 'full');
    assert.ok(behaviour.signals.some(({ rule, index }) => rule === 'outside' && index === 25));
  });

  it('is not divided into weeks in an export of one work type', () => {
    assert.deepEqual(throughput(weekly([3, 3]), { use: 'export', type: 'feature' }).withheld, { code: 'people' });
  });
});
