import assert from 'node:assert/strict';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { interventionsMetric } from '../../../../../src/answers/flow/metrics/interventions.ts';
import type { ItemSize } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { at, DAY, createInput, createOpen, measure, type MadeGate } from '../madeInput.ts';
import { about, begun, CHANGED, changing, compare, inputOf } from './madeInterventions.ts';

const { team } = createFolder([]);

describe('interventionsMetric', () => {
  it('compares items that were begun before and after, all watched equally long', () => {
    const found = compare(inputOf(begun(-150, changing(4))));
    assert.equal(found.cannotTell, null);
    assert.equal(found.verdict, 'shorter');
    assert.equal(found.followUpDays, 28);
    // Begun every second day from 26 weeks before day 90 to 28 days before it, and from day 90 to 28 days before day 183.
    assert.deepEqual(found.before, {
      from: '2025-10-05',
      to: '2026-03-08',
      items: 77,
      unfinished: 0,
      median: 10 * DAY,
    });
    assert.deepEqual(found.after, {
      from: CHANGED,
      to: '2026-06-09',
      items: 33,
      unfinished: 0,
      median: 4 * DAY,
    });
    assert.equal(found.straddling, 14);
    assert.equal(found.shift?.difference, -6 * DAY);
    assert.equal(found.shift.hodgesLehmann, -6 * DAY);
    // The largest difference that the values allow is -2 days, the smallest -10.
    assert.ok(found.shift.low! <= -6 * DAY && found.shift.high! >= -6 * DAY && found.shift.high! < -2 * DAY);
    assert.ok(found.shift.byWeeks && found.shift.p! < 0.001);
    assert.equal(found.shift.a12, 0);
  });

  it('tells longer times, and that nothing changed', () => {
    assert.equal(compare(inputOf(begun(-150, changing(16)))).verdict, 'longer');
    const same = compare(inputOf(begun(-150, changing(10))));
    assert.deepEqual([same.verdict, same.shift?.difference], ['noChange', 0]);
  });

  it('does not favour the new period because long items are not finished yet', () => {
    // Every third item takes 60 days before and after; what finished since the date is mostly short.
    const mixed = (start: number): number => ((start / 2) % 3 === 0 ? 60 : 5);
    const items = begun(-200, mixed);
    const open = Array.from({ length: 92 }, (_, n) => 2 * n)
      .filter(start => start + mixed(start) >= 183)
      .map(start => createOpen(183 - start));
    const found = compare(inputOf(items, { open }, '2026-03-06'));
    assert.equal(found.followUpDays, 60);
    assert.deepEqual([found.verdict, found.shift?.difference], ['noChange', 0]);
  });

  it('counts what takes longer than it was watched as not finished', () => {
    // Rare long items lie beyond 95 % of the earlier times, so items are watched for 28 days.
    const rare = (start: number): number => ((start / 2) % 25 === 0 ? 90 : about(10)(start));
    const found = compare(inputOf(begun(-150, rare)));
    // Begun on days -50, 0 and 50.
    assert.deepEqual([found.followUpDays, found.before?.unfinished], [28, 3]);
  });

  it('keeps open work on the side where it was begun', () => {
    const open = Array.from({ length: 40 }, (_, n) => createOpen(90 - n));
    const found = compare(inputOf(begun(-150, changing(4)), { open }));
    assert.deepEqual(found.cannotTell, { code: 'unfinished' });
    assert.deepEqual([found.after?.items, found.after?.median, found.shift], [73, null, null]);
    const stale = open.map(item => ({ ...item, stale: true }));
    assert.equal(compare(inputOf(begun(-150, changing(4)), { open: stale })).after?.items, 33);
  });

  it('cannot tell when there is too little before or after, and says from when on it can', () => {
    const items = begun(-150, changing(4));
    const reason = (on: string) => compare(inputOf(items, {}, on)).cannotTell;
    assert.deepEqual(reason('2026-07-20'), { code: 'future' });
    // Six weeks and 28 days after 1 June.
    assert.deepEqual(reason('2026-06-01'), { code: 'tooEarly', readyOn: '2026-08-10' });
    assert.deepEqual(reason('2025-10-01'), { code: 'historyTooShort' });
  });

  it('cannot tell from few items, and says when there may be enough', () => {
    const items = begun(-150, changing(4));
    const few = (side: (start: number) => boolean) =>
      compare(inputOf(items.filter(({ start }, n) => !side((start! - items[0]!.start!) / DAY - 150) || n % 8 === 0)));
    assert.deepEqual(few(start => start < 90).cannotTell, { code: 'tooFew', what: 'timedItems', has: 10, needs: 15 });
    const { cannotTell } = few(start => start >= 90);
    assert.ok(cannotTell?.code === 'tooEarly' && cannotTell.readyOn! > '2026-07-07');
  });

  it('cannot tell where most starts are unknown on one side', () => {
    const squashed = begun(-150, changing(4)).map(item =>
      item.start! > Date.parse(`${CHANGED}T00:00:00Z`) / 1000 && item.number! % 2 === 0
        ? { ...item, start: null, startQuality: 'none' as const }
        : item,
    );
    assert.equal(compare(inputOf(squashed)).cannotTell?.code, 'coverage');
  });

  it('repeats the comparison around every made-up date before it', () => {
    // The first landing is on day -492. Made-up dates have 70 days on either side: day 20, 13, … -421.
    const found = compare(inputOf(begun(-500, changing(4))));
    assert.deepEqual(found.placebo, { dates: 64, asLarge: 0 });
    const same = compare(inputOf(begun(-500, changing(10))));
    assert.deepEqual(same.placebo, { dates: 64, asLarge: 64 });
    // From day -102 on there are eight.
    assert.equal(compare(inputOf(begun(-110, changing(4)))).placebo, null);
  });

  it('sees signals against the limits of the weeks before', () => {
    assert.ok(compare(inputOf(begun(-150, changing(2)))).signalsSince! > 0);
    assert.equal(compare(inputOf(begun(-150, changing(4)), {}, '2025-12-20')).signalsSince, null);
  });

  it('also sees throughput, size and reverts, adjusted for all of them', () => {
    const many = [...begun(-150, changing(4)), ...begun(-149, changing(4))].sort((a, b) => a.end - b.end);
    const sizes = new Map<string, ItemSize>(
      many.map(item => [item.id, { files: 1, lines: item.end < many[0]!.end + 230 * DAY ? 100 : 50 }]),
    );
    const found = compare(inputOf(many, { sizes }));
    assert.deepEqual(
      found.also.map(({ id, unit }) => [id, unit]),
      [
        ['throughput', 'perWeek'],
        ['batchSize', 'lines'],
        ['reverts', 'share'],
        ['wip', 'items'],
      ],
    );
    const [throughput, size, reverts] = found.also;
    assert.deepEqual([throughput?.before, throughput?.after], [7, 7]);
    assert.deepEqual([size?.before, size?.after], [100, 50]);
    assert.ok(size!.p < 0.001);
    assert.deepEqual([reverts?.before, reverts?.after, reverts?.p], [0, 0, 1]);
    assert.deepEqual(
      compare(inputOf(begun(-150, changing(4)))).also.map(({ id }) => id),
      ['throughput', 'wip'],
    );
  });

  it('also sees work in progress on Mondays', () => {
    // scipy's mannwhitneyu, asymptotic, of the items in progress on 26 Mondays before and 14 since, times 2 (Holm).
    const items = begun(-150, changing(4));
    const wip = compare(inputOf(items)).also.find(({ id }) => id === 'wip');
    assert.deepEqual([wip?.before, wip?.after, wip?.n], [5, 2, [26, 14]]);
    assert.ok(Math.abs(wip!.p / (2 * 2.6620810879670483e-8) - 1) < 1e-6);
    // Only work in progress before holds both what landed on day 0 or before and what was begun on day 88 and landed since.
    const [early, across] = [items.findLast(({ end }) => end < at(0)), items.find(({ start }) => start === at(88))];
    assert.ok(early !== undefined && across !== undefined);
    const hidden = compare(inputOf(items), { hides: ids => [early, across].every(({ id }) => ids.includes(id)) });
    assert.deepEqual(
      hidden.also.map(({ id }) => id),
      ['throughput'],
    );
  });

  it('compares tries too, newest first, and no more than twelve', () => {
    const interventions = Array.from({ length: 12 }, (_, n) => ({ on: `2026-02-${10 + n}`, label: `Change ${n}` }));
    const tries = [{ on: CHANGED, text: 'Smaller steps', outcome: null }];
    const items = begun(-150, changing(4));
    const all = measure(interventionsMetric, inputOf(items, { team: { ...team, interventions, tries } }));
    assert.equal(all.leftOut, 1);
    assert.deepEqual(
      all.comparisons.slice(0, 2).map(({ kind, label }) => [kind, label]),
      [
        ['try', 'Smaller steps'],
        ['intervention', 'Change 11'],
      ],
    );
    assert.deepEqual(measure(interventionsMetric, createInput({ items, open: [] })).comparisons, []);
  });

  it('leaves out the work of bots and of other types', () => {
    const items = begun(-150, changing(4));
    const others = begun(-150, about(3), { type: 'defect' });
    const sorted = [...items, ...others].sort((a, b) => a.end - b.end);
    assert.equal(compare(inputOf(sorted, { type: 'feature' })).before?.items, 77);
    const ids = new Set(others.map(({ id }) => id));
    assert.equal(compare(inputOf(sorted), { isAutomated: ({ id }) => ids.has(id) }).before?.items, 77);
  });

  it('leaves out open work that bots alone have begun', () => {
    const open = [createOpen(70), createOpen(72)];
    const ids = new Set(open.map(({ id }) => id));
    const input = inputOf(begun(-150, changing(4)), { open });
    const afterOf = (gate: MadeGate) => {
      const { after } = compare(input, gate);
      return [after?.items, after?.unfinished];
    };
    assert.deepEqual(afterOf({}), [35, 2]);
    assert.deepEqual(afterOf({ isAutomated: ({ id }) => ids.has(id) }), [33, 0]);
  });

  it('says nothing where too few people are behind a side', () => {
    const input = inputOf(begun(-150, changing(4)));
    for (const size of [77, 33]) {
      const hidden = compare(input, { hides: ids => ids.length === size });
      assert.deepEqual([hidden.cannotTell, hidden.before, hidden.shift], [{ code: 'people' }, null, null]);
    }
    assert.equal(compare(input, { hides: ids => ids.length === 14 }).straddling, null);
  });

  it('is not for one or two people, for divided exports, or without open work', () => {
    const input = inputOf(begun(-150, changing(4)));
    const withheld = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
      measure(interventionsMetric, { ...input, ...changes }, gate).withheld;
    assert.equal(withheld({}), null);
    assert.deepEqual(withheld({}, { solo: true }), { code: 'solo' });
    assert.deepEqual(withheld({ use: 'export', type: 'feature' }), { code: 'people' });
    assert.deepEqual(withheld({ open: null }), { code: 'notRead' });
  });

  it('gives the same answer every time', () => {
    const input = inputOf(begun(-150, changing(8)));
    assert.deepEqual(measure(interventionsMetric, input), measure(interventionsMetric, input));
  });
});
