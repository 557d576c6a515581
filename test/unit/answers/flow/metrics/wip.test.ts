import assert from 'node:assert/strict';
import { wipMetric } from '../../../../../src/answers/flow/metrics/wip.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createOpen, createWork, measure, type MadeGate } from '../madeInput.ts';

/** From Monday to Friday of each of 26 weeks one item. */
const weekly: readonly WorkItem[] = Array.from({ length: 26 }, (_, week) => createWork(7 * week + 4, 4));
const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
  measure(wipMetric, createInput({ items: weekly, open: [], ...changes }), gate);
const mondays = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
  of(changes, gate).series?.points.map(({ value }) => value);

describe('wipMetric', () => {
  it('counts at the end of each Monday, and averages the days of each week', () => {
    const wip = of({});
    assert.deepEqual(
      wip.series?.points.map(({ value, n }) => [value, n]),
      Array.from({ length: 26 }, () => [1, 1]),
    );
    assert.deepEqual(
      wip.averages,
      Array.from({ length: 26 }, () => 4 / 7),
    );
    assert.deepEqual([wip.series.weeksPerBin, wip.series.points[1]?.from], [1, '2026-01-12']);
  });

  it('counts open work from its start on, and tells what is stale or without a start apart', () => {
    const open = [
      createOpen(22),
      createOpen(1),
      createOpen(0, { start: null }),
      createOpen(90, { stale: true }),
      createOpen(80, { stale: true }),
    ];
    const wip = of({ open });
    assert.deepEqual([wip.now, wip.unknownStart, wip.stale, wip.withheld], [2, 1, 2, null]);
    assert.deepEqual(
      wip.series?.points.slice(-4).map(({ value }) => value),
      [1, 2, 2, 2],
    );
  });

  it('counts work that lands in the running week, or began long before the window', () => {
    const late = createWork(26 * 7, 9);
    assert.deepEqual(mondays({ items: [...weekly, createWork(3, 300), late] })?.slice(0, 2), [2, 1]);
    assert.deepEqual(mondays({ items: [...weekly, late] })?.slice(-2), [1, 2]);
  });

  it('leaves out bots, ungrouped commits and other work types', () => {
    const others = [
      createWork(20, 19, { automated: true }),
      createWork(20, 19, { flags: ['ungrouped'] }),
      createWork(20, 19, { type: 'defect' }),
    ];
    assert.deepEqual(mondays({ items: [...weekly, ...others], type: 'feature', finished: weekly }), mondays({}));
    const bot = createWork(20, 19);
    assert.deepEqual(mondays({ items: [...weekly, bot] }, { isAutomated: ({ id }) => id === bot.id }), mondays({}));
  });

  it('has no history below 60 % of known starts, but the work in progress now', () => {
    const unknown = Array.from({ length: 18 }, (_, day) => createWork(day, null));
    const wip = of({ items: [...weekly, ...unknown], open: [createOpen(3)] });
    assert.deepEqual(
      [wip.historyWithheld, wip.series, wip.little],
      [{ code: 'coverage', known: 26, of: 44 }, null, null],
    );
    assert.deepEqual([wip.now, wip.withheld], [1, null]);
  });

  it('has nothing to show when open work was not read', () => {
    const wip = of({ open: null });
    assert.deepEqual([wip.withheld, wip.now, wip.series], [{ code: 'notRead' }, null, null]);
  });

  it('hides a week of too few people, and takes longer bins when more than a tenth would be hidden', () => {
    const hides = (count: number) => (ids: readonly string[]) =>
      ids.length === 1 && weekly.slice(0, count).some(({ id }) => id === ids[0]);
    const few = of({}, { hides: hides(2) });
    assert.deepEqual([few.series?.weeksPerBin, few.series?.points.map(({ hidden }) => hidden).indexOf(false)], [1, 2]);
    assert.deepEqual([few.series?.points[0]?.value, few.series?.points[0]?.n, few.averages[0]], [null, null, null]);
    assert.equal(of({}, { hides: hides(3) }).series?.weeksPerBin, 2);
  });

  it('knows nothing before a shallow clone’s history', () => {
    const wip = of({ knownSince: at(10) });
    assert.deepEqual([wip.series?.points[0]?.from, wip.series?.points[0]?.value], ['2026-01-19', 1]);
    assert.deepEqual([wip.series?.points.length, wip.averages.length, wip.little], [24, 24, null]);
  });

  it('has no zeros, and no limits made of them, for the weeks before the first landing', () => {
    const young = Array.from({ length: 60 }, (_, n) => createWork(18 * 7 + 1 + Math.floor(n * 0.9), 3));
    const { series, averages, little } = of({ items: young });
    assert.deepEqual(
      series?.points.map(({ from, value }) => [from, value]),
      [
        ['2026-05-11', 4],
        ['2026-05-18', 4],
        ['2026-05-25', 3],
        ['2026-06-01', 3],
        ['2026-06-08', 3],
        ['2026-06-15', 4],
        ['2026-06-22', 3],
        ['2026-06-29', 3],
      ],
    );
    assert.deepEqual([series.behaviour.segments[0]?.centre, averages.length], [3, 8]);
    assert.equal(little, null, 'the window’s mean would be one over weeks of which nothing is known');
  });

  it('checks Little’s law over the window', () => {
    assert.deepEqual(of({}).little, {
      averageWip: 104 / 182,
      perDay: 26 / 182,
      meanDays: 4,
      ratio: 1,
      arrivals: 26,
      departures: 26,
      isStable: true,
    });
  });

  it('leaves the check out where a week is hidden: the mean of all would give that week’s away', () => {
    const few = weekly[3]?.id;
    assert.equal(of({}, { hides: ids => ids.length === 1 && ids[0] === few }).little, null);
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ items: weekly.toReversed() }), of({}));
  });

  it('is not divided by week in an export of one work type', () => {
    const wip = of({ use: 'export', type: 'feature' });
    assert.deepEqual([wip.historyWithheld, wip.series], [{ code: 'people' }, null]);
  });
});
