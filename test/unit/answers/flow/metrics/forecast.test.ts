import assert from 'node:assert/strict';
import { forecastMetric } from '../../../../../src/answers/flow/metrics/forecast.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createOpen, createWork, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap } from '../madeTicket.ts';

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

  it('counts from the end of a window that ended more than a week ago', () => {
    const input = createInput({ items: weekly(steady(2)) });
    const asOf = (days: number) =>
      measure(forecastMetric, { ...input, now: Date.parse(`${input.window.to}T12:00:00Z`) / 1000 + days * 86_400 });
    // The window ends with Sunday 5 July 2026; Monday 13 July is a week after the first day that it leaves out.
    assert.equal(input.window.to, '2026-07-06');
    assert.deepEqual([asOf(7).after, asOf(7).weeksFor[0]?.odds[0]?.by], [null, '2026-08-17']);
    assert.deepEqual([asOf(8).after, asOf(8).weeksFor[0]?.odds[0]?.by], ['2026-07-05', '2026-08-09']);
    assert.deepEqual(asOf(900).itemsIn, asOf(0).itemsIn);
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

describe('a growing scope', () => {
  /** Two tickets begun and done in every week, and so many more created in it that are not begun. */
  const growing = (added: readonly number[], doneIn = 2) => {
    const done = added.flatMap((_, week) =>
      Array.from({ length: doneIn }, (__, n) =>
        createTicket(`PAY-${week}${n}`, [
          [week * 7, 'In Progress', 'active'],
          [week * 7 + 2, 'Done', 'done'],
        ]),
      ),
    );
    const waiting = added.flatMap((count, week) =>
      Array.from({ length: count }, (_, n) => createTicket(`NEW-${week}${n}`, [[week * 7 + 1, 'To Do', 'todo']])),
    );
    const items = done.map(({ key, transitions }) => {
      const end = transitions.at(-1)?.at ?? 0;
      return { ...createWork(0, null, { ticket: key }), end };
    });
    return { tickets: ticketMap([...done, ...waiting]), items };
  };
  const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
    measure(forecastMetric, createInput(changes), gate).growing;

  it('asks for as many more items as tickets were created for each one finished', () => {
    // 3 created and 2 finished a week: 10 are 15, at 2 a week 8 weeks; 20 are 30, and 50 are 75 (METRICS P36).
    const scope = of(growing(steady(1)));
    assert.deepEqual([scope?.rate, scope?.weeks], [1.5, 26]);
    assert.deepEqual(
      scope?.weeksFor.map(({ items, odds }) => [items, valuesOf(odds)]),
      [
        [10, [8, 8, 8, 8]],
        [20, [15, 15, 15, 15]],
        [50, [38, 38, 38, 38]],
      ],
    );
    assert.deepEqual(measure(forecastMetric, createInput(growing(steady(1)))).weeksFor[0]?.odds[0]?.value, 5);
  });

  it('adds no item by the way in which a computer writes a quotient', () => {
    // 11 landings a week, 10 of them of tickets, 11 tickets created: 50 times 1.1 are 55, done in five weeks.
    const { tickets, items } = growing(steady(1), 10);
    const more = Array.from({ length: 26 }, (_, week) => createWork(7 * week + 1, 1));
    const scope = of({ tickets, items: [...items, ...more] });
    assert.deepEqual([scope?.rate, valuesOf(scope?.weeksFor[2]?.odds)], [1.1, [5, 5, 5, 5]]);
  });

  it('takes the median of the weeks, and no week for zero in which only new ones came', () => {
    assert.equal(of(growing(steady(0).map((_, week) => (week < 13 ? 0 : 4))))?.rate, 2, 'midpoint of 1 and 3');
    const { tickets, items } = growing(steady(0));
    const only = new Map([...tickets].filter(([key]) => Number(key.split('-')[1]?.slice(0, -1)) % 2 === 0));
    const between = Array.from({ length: 14 }, (_, n) =>
      createTicket(`ADD-${n}`, [[7 + 14 * (n % 13), 'To Do', 'todo']]),
    );
    const added = ticketMap([...only.values(), ...between]);
    const kept = items.filter(({ ticket }) => only.has(ticket ?? ''));
    assert.equal(of({ tickets: added, items: kept }), null, 'half of the weeks have more than any rate');
  });

  it('never takes less than was asked for', () => {
    const { tickets, items } = growing(steady(0));
    const older = ticketMap([...tickets.values()].map(ticket => ({ ...ticket, created: 0 })));
    assert.equal(of({ tickets: older, items })?.rate, 1);
  });

  it('counts no ticket that was dropped', () => {
    const { tickets, items } = growing(steady(1));
    const dropped = [...tickets.values()].map(ticket =>
      ticket.key.startsWith('NEW')
        ? { ...createTicket(ticket.key, [[0, 'No', 'dropped']]), created: ticket.created }
        : ticket,
    );
    assert.equal(of({ tickets: ticketMap(dropped), items })?.rate, 1);
  });

  it('cannot be told without tickets, by tickets that know too few of the items, or by too few weeks', () => {
    const { tickets, items } = growing(steady(1));
    assert.equal(of({ items }), null);
    // 35 others beside 52: 59.8 % have a ticket; beside 34, 60.5 %.
    const others = (count: number) => [...items, ...Array.from({ length: count }, (_, day) => createWork(day, 1))];
    assert.deepEqual([of({ tickets, items: others(34) })?.rate, of({ tickets, items: others(35) })], [1.5, null]);
    const inWeeks = (weeks: number) => {
      const few = new Map([...tickets].filter(([key]) => Number(key.split('-')[1]?.slice(0, -1)) < weeks));
      const plain = Array.from({ length: 8 }, (_, day) => createWork(day, 1));
      return of({ tickets: few, items: [...items.slice(0, 2 * weeks), ...plain] })?.weeks;
    };
    assert.deepEqual([inWeeks(7), inWeeks(8)], [undefined, 8]);
  });

  it('is hidden when too few people are behind the finished tickets', () => {
    const made = growing(steady(1));
    // The forecast itself asks about the same items once more; only a gate that hides every group of them hides both.
    assert.equal(
      of({ ...made, items: [...made.items, createWork(170, 1)] }, { hides: ids => ids.length === 52 }),
      null,
    );
  });

  it('warns by what tickets say came and went', () => {
    const { tickets, items } = growing(steady(0));
    const stable = measure(forecastMetric, createInput({ tickets, items, open: [] })).little;
    assert.deepEqual([stable?.arrivals, stable?.departures, stable?.isStable], [52, 52, true]);
    const begun = Array.from({ length: 14 }, (_, n) => createTicket(`PAY-9${n}x`, [[20 + n, 'In Progress', 'active']]));
    const all = ticketMap([...tickets.values(), ...begun]);
    const open = begun.map(({ key }) => createOpen(1, { ticket: key }));
    const piling = measure(forecastMetric, createInput({ tickets: all, items, open })).little;
    assert.deepEqual([piling?.arrivals, piling?.departures, piling?.isStable], [66, 52, false]);
  });
});
