import assert from 'node:assert/strict';
import { forecastMetric } from '../../../../../src/answers/flow/metrics/forecast.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createOpen, createWork, measure } from '../madeInput.ts';

/** So many items on the Wednesday of each week, each of two days. */
const weekly = (counts: readonly number[]): WorkItem[] =>
  counts.flatMap((count, week) => Array.from({ length: count }, () => createWork(week * 7 + 2, 2)));
const steady = (count: number, weeks = 26): number[] => Array.from({ length: weeks }, () => count);
const valuesOf = (odds: readonly { readonly value: number | null }[] | undefined) => odds?.map(({ value }) => value);

describe('forecastMetric', () => {
  it('expects what always was when every week was alike', () => {
    const forecast = measure(forecastMetric, createInput({ items: weekly(steady(2)) }));
    assert.deepEqual([forecast.withheld, forecast.weeks, forecast.items, forecast.emptyWeeks], [null, 26, 52, 0]);
    assert.deepEqual(
      forecast.itemsIn.map(({ weeks, odds }) => [weeks, valuesOf(odds)]),
      [
        [4, [8, 8, 8, 8]],
        [8, [16, 16, 16, 16]],
        [13, [26, 26, 26, 26]],
      ],
    );
    assert.deepEqual(
      forecast.weeksFor.map(({ items, odds }) => [items, valuesOf(odds)]),
      [
        [10, [5, 5, 5, 5]],
        [20, [10, 10, 10, 10]],
        [50, [25, 25, 25, 25]],
      ],
    );
    // Five weeks after Tuesday 7 July 2026.
    assert.equal(forecast.weeksFor[0]?.odds[0]?.by, '2026-08-11');
  });

  it('draws weeks in which nothing finished like all others', () => {
    // Every second week has 4: the sum of four drawn weeks is 4 times a number of heads in four throws.
    const counts = steady(0).map((_, week) => (week % 2 === 0 ? 4 : 0));
    const forecast = measure(forecastMetric, createInput({ items: weekly(counts) }));
    assert.equal(forecast.emptyWeeks, 13);
    // P(at least 2 heads) = 11/16, at least 1 = 15/16, at least 0 = 1.
    assert.deepEqual(valuesOf(forecast.itemsIn[0]?.odds), [8, 4, 4, 0]);
  });

  it('draws from the last 26 weeks of a longer window, and not from weeks before the first landing', () => {
    const window = { from: '2025-10-13', to: '2026-07-06', weeks: 38 };
    const old = Array.from({ length: 40 }, () => createWork(-80, 1));
    assert.equal(measure(forecastMetric, createInput({ items: [...old, ...weekly(steady(2))], window })).items, 52);
    const young = weekly([...steady(0, 14), ...steady(3, 12)]);
    const forecast = measure(forecastMetric, createInput({ items: young }));
    assert.deepEqual([forecast.weeks, forecast.emptyWeeks], [12, 0]);
  });

  it('gives the same answer for the same window, whatever the order of the items', () => {
    const items = weekly(steady(0).map((_, week) => (week * 7) % 5));
    const once = measure(forecastMetric, createInput({ items }));
    const again = measure(forecastMetric, createInput({ items, finished: items.toReversed() }));
    assert.deepEqual(again, once);
  });

  it('leaves out the work of bots', () => {
    const bots = weekly(steady(5)).map(item => ({ ...item, automated: true }));
    const forecast = measure(forecastMetric, createInput({ items: [...weekly(steady(2)), ...bots] }));
    assert.equal(forecast.items, 52);
  });

  it('needs 8 weeks and 20 items', () => {
    const of = (counts: readonly number[]) => measure(forecastMetric, createInput({ items: weekly(counts) })).withheld;
    assert.deepEqual(of([...steady(0, 19), ...steady(9, 7)]), { code: 'tooFew', what: 'weeks', has: 7, needs: 8 });
    assert.equal(of([...steady(0, 18), ...steady(9, 8)]), null);
    assert.deepEqual(of([...steady(1, 19), ...steady(0, 7)]), {
      code: 'tooFew',
      what: 'finishedItems',
      has: 19,
      needs: 20,
    });
    assert.deepEqual(of([]), { code: 'nothing', what: 'finishedItems' });
  });

  it('says nothing about too few people, or about one or two', () => {
    const input = createInput({ items: weekly(steady(2)) });
    const hidden = measure(forecastMetric, input, { hides: () => true });
    assert.deepEqual([hidden.withheld, hidden.itemsIn, hidden.items], [{ code: 'people' }, [], 0]);
    assert.deepEqual(measure(forecastMetric, input, { solo: true }).withheld, { code: 'solo' });
  });

  it('tells whether work comes and goes alike', () => {
    const items = weekly(steady(2));
    const stable = measure(forecastMetric, createInput({ items, open: [] }));
    assert.equal(stable.little?.isStable, true);
    const piling = Array.from({ length: 40 }, (_, n) => createOpen(20 + n));
    assert.equal(measure(forecastMetric, createInput({ items, open: piling })).little?.isStable, false);
    assert.equal(measure(forecastMetric, createInput({ items, open: null })).little, null);
  });
});
