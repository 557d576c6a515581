import assert from 'node:assert/strict';
import { cycleTimeTrendMetric } from '../../../../../src/answers/flow/metrics/cycleTimeTrend.ts';
import { interventionsMetric } from '../../../../../src/answers/flow/metrics/interventions.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { createWork, DAY, measure } from '../madeInput.ts';
import { CHANGED, compare, inputOf } from './madeInterventions.ts';

/** Three items a week: of 12 and 10 days in turn up to the week of day 90, then of 4 and 6 days (weeks 13 to 25). */
const weekly: WorkItem[] = Array.from({ length: 53 }, (_, n) => n - 27).flatMap(week => {
  const even = week % 2 === 0;
  const days = week < 13 ? (even ? 10 : 12) : even ? 6 : 4;
  return [1, 3, 5].map(day => createWork(7 * week + day, days));
});
const near = (actual: number | null | undefined, expected: number): void =>
  assert.ok(actual != null && Math.abs(actual - expected) < 1, `${actual ?? ''} is not ${expected}`);

describe('the series of an intervention', () => {
  it('has limits from the weeks before, continued over those since, and their signals', () => {
    const found = compare(inputOf(weekly));
    const { behaviour } = found.series?.behaviour ?? {};
    assert.deepEqual(
      behaviour?.segments.map(({ from, to, state, version }) => [from, to, state, version]),
      [[0, 26, 'full', 'mean']],
    );
    // By hand: 12 values of mean 11 and steps of 2, so 11 ± 2.66 * 2 and steps up to 3.268 * 2, in days.
    const [limits] = behaviour.segments;
    near(limits?.centre, 11 * DAY);
    near(limits?.upper, 16.32 * DAY);
    near(limits?.lower, 5.68 * DAY);
    near(limits?.upperRange, 6.536 * DAY);
    // By hand: the seven weeks of 4 days lie outside, 14 weeks from that of 10 days on below 11, 13 beyond 8.34.
    const counts = (rule: string) => behaviour.signals.filter(signal => signal.rule === rule);
    assert.deepEqual(
      counts('outside').map(({ index }) => index),
      [13, 15, 17, 19, 21, 23, 25],
    );
    assert.deepEqual(
      [...counts('run'), ...counts('threeOfFour')].map(({ index, points }) => [index, points.length]),
      [
        [12, 14],
        [13, 13],
      ],
    );
    assert.deepEqual([behaviour.signals.length, found.signalsSince], [9, 9]);
  });

  it('begins limits anew where a signal lasts, for an intervention and not for a try', () => {
    const anew = compare(inputOf(weekly)).series?.anew;
    // By hand, from week 12 on: 10, then seven times 4 and six times 6; steps of 6 once and of 2 twelve times.
    assert.deepEqual([anew?.from, anew?.to, anew?.lower], [12, 26, null]);
    near(anew?.centre, (74 / 14) * DAY);
    near(anew?.upper, (74 / 14 + 2.66 * (30 / 13)) * DAY);
    const { team } = createFolder([]);
    const tries = [{ on: CHANGED, text: 'Pairing', outcome: null }];
    const tried = compare(inputOf(weekly, { team: { ...team, tries } }));
    assert.deepEqual([tried.series?.anew, tried.signalsSince], [null, 9]);
  });

  it('begins no limits anew without a signal that lasts', () => {
    const calm = weekly.map(item => ({ ...item, start: item.end - (item.number! % 6 < 3 ? 10 : 12) * DAY }));
    const found = compare(inputOf(calm));
    assert.deepEqual([found.verdict, found.series?.anew], ['noChange', null]);
  });

  it('needs six weeks with a value before and a whole one since', () => {
    // 6 February lies in the week from 2 February: four weeks of the window lie before.
    const early = compare(inputOf(weekly, {}, '2026-02-06'));
    assert.ok(early.verdict !== null);
    assert.deepEqual([early.series, early.signalsSince], [null, null]);
    const trial = compare(inputOf(weekly, {}, '2026-02-20'));
    assert.equal(trial.series?.behaviour.behaviour.state, 'trial');
  });

  it('belongs to the newest change that is told and has limits', () => {
    const { team } = createFolder([]);
    const interventions = ['2026-07-01', CHANGED, '2026-03-01'].map(on => ({ on, label: on }));
    const input = inputOf(weekly, { team: { ...team, interventions } });
    const { comparisons } = measure(interventionsMetric, input);
    assert.deepEqual(
      comparisons.map(({ verdict, series, signalsSince }) => [
        verdict !== null,
        series !== null,
        signalsSince !== null,
      ]),
      [
        [false, false, false],
        [true, true, true],
        [true, false, true],
      ],
    );
  });

  it('has the bins of cycle time over time, hidden where those are, and no labels in an export', () => {
    const hides = (ids: readonly string[]): boolean => ids.length === 3 && ids[0] === weekly[3 * 30]?.id;
    for (const use of ['view', 'export'] as const) {
      const input = inputOf(weekly, { use });
      const points = compare(input, { hides }).series?.behaviour.points ?? [];
      const trend = measure(cycleTimeTrendMetric, input, { hides }).series.points;
      assert.deepEqual(points, trend);
      assert.ok(points.some(({ hidden }) => hidden));
      assert.equal(
        points.some(({ labels }) => labels.length > 0),
        use === 'view',
      );
    }
  });

  it('is not told where most weeks are hidden', () => {
    const found = compare(inputOf(weekly), { hides: ids => ids.length <= 12 });
    assert.ok(found.verdict !== null);
    assert.deepEqual([found.series, found.signalsSince], [null, null]);
  });
});
