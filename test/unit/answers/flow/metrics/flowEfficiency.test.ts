import assert from 'node:assert/strict';
import { flowEfficiencyMetric } from '../../../../../src/answers/flow/metrics/flowEfficiency.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { calendarIn } from '../../../../../src/answers/flow/time/calendar.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { at, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const of = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
  measure(flowEfficiencyMetric, createInput(changes), gate);

/** Ten tickets of the same way. */
function tenTickets(way: readonly MadeChange[]): Partial<FlowInput> {
  const keys = Array.from({ length: 10 }, (_, n) => `PAY-${n}`);
  return {
    items: keys.map(ticket => createWork(30, null, { ticket })),
    tickets: ticketMap(keys.map(key => createTicket(key, way))),
  };
}

describe('flowEfficiencyMetric with tickets', () => {
  for (const [name, ratio, way] of [
    [
      'active for its whole day',
      1,
      [
        [30, 'In Progress', 'active'],
        [31, 'Done', 'done'],
      ],
    ],
    [
      'created blocked',
      0,
      [
        [30, 'In Progress', 'blocked'],
        [31, 'Done', 'done'],
      ],
    ],
    [
      'blocked only after it was done',
      1,
      [
        [30, 'In Progress', 'active'],
        [31, 'Done', 'done'],
        [32, 'Done', 'blocked'],
      ],
    ],
    [
      // jirametrics counts this as active.
      'blocked before it began and never released',
      0,
      [
        [29, 'To Do', 'todo'],
        [29, 'To Do', 'blocked'],
        [30, 'In Progress', 'blocked'],
        [31, 'Done', 'done'],
      ],
    ],
  ] as const)
    it(`is ${ratio} for an item ${name} (METRICS P25)`, () => {
      const { active, elapsed, ...rest } = of(tenTickets(way));
      assert.deepEqual([rest.withheld, rest.source, rest.ratio], [null, 'tickets', ratio]);
      assert.deepEqual([active / DAY, elapsed / DAY], [10 * ratio, 10]);
    });

  it('is a ratio of sums, not a mean of ratios', () => {
    const short = tenTickets([
      [30, 'In Progress', 'active'],
      [31, 'Done', 'done'],
    ]);
    const long = createTicket('PAY-0', [
      [30, 'In Progress', 'active'],
      [31, 'In Review', 'active'],
      [41, 'Done', 'done'],
    ]);
    const efficiency = of({ ...short, tickets: new Map([...(short.tickets ?? []), ['PAY-0', long]]) });
    assert.deepEqual([efficiency.ratio, efficiency.p50], [10 / 20, 1]);
    assert.deepEqual(
      efficiency.bins.map(({ count }) => count),
      [1, 0, 0, 0, 9],
    );
  });
});

describe('flowEfficiencyMetric from git', () => {
  /** Days 0, 0, 2 of five calendar days: 2 of 5. */
  const branch = (end: number, changes: Partial<WorkItem> = {}): WorkItem =>
    createWork(end, 4, { written: [at(end - 4), at(end - 4) + 60, at(end - 2)], ...changes });
  const ten = Array.from({ length: 10 }, (_, n) => branch(20 + n));

  it('counts days with commits of all calendar days, both ends included', () => {
    const days = of({ items: ten });
    assert.deepEqual([days.source, days.items, days.active, days.elapsed, days.ratio], ['git', 10, 20, 50, 0.4]);
  });

  it('leaves out branches of less than three calendar days, and needs ten others', () => {
    const [three, shorter] = [createWork(60, 2), createWork(61, 1)];
    assert.deepEqual(
      [of({ items: [...ten, three, shorter] }).items, of({ items: [...ten, three, shorter] }).elapsed],
      [11, 53],
    );
    assert.deepEqual(of({ items: [...ten.slice(1), shorter] }).withheld, {
      code: 'tooFew',
      what: 'longItems',
      has: 9,
      needs: 10,
    });
  });

  it('counts days in the team’s time zone', () => {
    const late = Array.from({ length: 10 }, (_, n) =>
      branch(20 + n, { written: [at(16 + n), at(16 + n) + 11 * 3_600, at(16 + n) + 13 * 3_600] }),
    );
    const active = (zone: string) => of({ items: late, calendar: calendarIn(zone) }).active;
    assert.deepEqual([active('UTC'), active('Asia/Tokyo'), active('America/Los_Angeles')], [20, 20, 10]);
  });

  it('hides a bin of too few people, with a second one', () => {
    const full = Array.from({ length: 4 }, (_, n) =>
      createWork(50 + n, 3, { written: [0, 1, 2, 3].map(day => at(47 + n + day)) }),
    );
    const hidden = of({ items: [...ten, ...full] }, { hides: ids => ids.length === 4 });
    assert.deepEqual(
      hidden.bins.map(({ count }) => count),
      [0, 0, null, 0, null],
    );
    assert.equal(of({ items: ten }, { hides: ids => ids.length === 10 }).withheld?.code, 'people');
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ items: ten.toReversed() }), of({ items: ten }));
  });
});
