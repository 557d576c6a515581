import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wipMetric } from '../../../../../src/answers/flow/metrics/wip.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import type { OpenItem, WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createOpen, createWork, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

/** A ticket of so many days, and what git has of it: a squashed landing on its last day, or a branch since now. */
interface Worked {
  readonly ticket: Ticket;
  readonly item: WorkItem | null;
  readonly branch: OpenItem | null;
}
let made = 0;
const worked = (from: number, to: number | null, last: MadeChange[2] = 'done'): Worked => {
  const key = `PAY-${++made}`;
  const moves: MadeChange[] = [[from, 'In Progress', 'active'], ...(to === null ? [] : [[to, 'Over', last] as const])];
  return {
    ticket: createTicket(key, moves),
    item: to === null ? null : createWork(to, null, { ticket: key }),
    branch: to === null ? createOpen(0, { ticket: key }) : null,
  };
};
const many = (count: number, from: number, to: number | null): Worked[] =>
  Array.from({ length: count }, () => worked(from, to));
const inputOf = (all: readonly Worked[], changes: Partial<FlowInput> = {}): FlowInput =>
  createInput({
    tickets: ticketMap(all.map(({ ticket }) => ticket)),
    items: all.flatMap(({ item }) => item ?? []),
    open: all.flatMap(({ branch }) => branch ?? []),
    ...changes,
  });
const of = (all: readonly Worked[], changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(wipMetric, inputOf(all, changes), gate);
const mondays = (wip: ReturnType<typeof of>) => wip.series?.points.map(({ value }) => value);

/** jira-agile-metrics' fixture, its 1 January on the window's first Monday (METRICS P23). */
const p23 = (): Worked[] => [
  ...many(2, 1, 6),
  ...many(2, 1, 7),
  ...many(2, 1, 8),
  ...many(3, 1, null),
  ...many(4, 2, null),
  ...many(1, 3, null),
  ...many(1, 4, null),
];

describe('work in progress of tickets', () => {
  it('is that of jira-agile-metrics’ fixture, though every landing was squashed (METRICS P23)', () => {
    const wip = of(p23());
    assert.deepEqual(mondays(wip)?.slice(0, 3), [0, 11, 9]);
    // 0, 9, 13, 14, 15, 15, 13 on the first seven days; 11, then 9 on the next.
    assert.deepEqual(wip.averages.slice(0, 3), [79 / 7, 65 / 7, 9]);
    assert.deepEqual([wip.now, wip.toldBy, wip.finished, wip.known], [9, 'tickets', 6, 6]);
  });

  it('counts a ticket and its branch once, and says what tells of the open items', () => {
    const both = many(3, 100, null);
    const lone = createOpen(5, { ticket: 'OPS-1' });
    const open = [...both.flatMap(({ branch }) => branch ?? []), lone];
    const result = of(both, { open });
    assert.deepEqual([result.now, result.sources?.tickets, result.sources?.branches], [4, 3, 1]);
    assert.equal(result.toldBy, 'both');
    assert.equal(of([], { open: [lone] }).sources, null);
  });

  it('counts branches of done and dropped tickets no more, and a ticket that never began only by its branch', () => {
    const [done, dropped, todo, closed] = ['PAY-901', 'PAY-902', 'PAY-903', 'PAY-905'];
    const tickets = ticketMap([
      createTicket(done, [
        [100, 'Doing', 'active'],
        [150, 'Done', 'done'],
      ]),
      createTicket(dropped, [
        [100, 'Doing', 'active'],
        [150, 'No', 'dropped'],
      ]),
      createTicket(todo, [[100, 'To Do', 'todo']]),
      createTicket(closed, [[150, 'Done', 'done']]),
      createTicket('PAY-904', [[100, 'To Do', 'todo']]),
    ]);
    const open = [done, dropped, todo, closed].map(ticket => createOpen(5, { ticket }));
    const wip = measure(wipMetric, createInput({ tickets, open }));
    assert.deepEqual([wip.now, wip.sources?.over, wip.sources?.tickets, wip.sources?.branches], [1, 3, 0, 1]);
  });

  it('counts what landed for a ticket once, as its ticket tells', () => {
    const landings = many(3, 1, 20).map(one => ({
      ...one,
      item: createWork(15, 12, { ticket: one.ticket.key }),
    }));
    assert.deepEqual(mondays(of(landings))?.slice(0, 4), [0, 3, 3, 0]);
  });

  it('leaves out a ticket of which only the gate knows that a bot works on it', () => {
    const all = many(4, 100, null).map(({ ticket }) => ({
      ...{ ticket, branch: null },
      item: createWork(120, 2, { ticket: ticket.key }),
    }));
    const bot = all[0]?.item.id;
    const gate: MadeGate = { isAutomated: ({ id }) => id === bot };
    assert.deepEqual([of(all).now, of(all, {}, gate).now, mondays(of(all, {}, gate))?.at(-1)], [4, 3, 3]);
  });

  it('lets a dropped ticket leave on its day, and keeps a reopened one in all the while', () => {
    assert.deepEqual(mondays(of([...p23(), worked(1, 9, 'dropped')]))?.slice(0, 3), [0, 12, 9]);
    const key = 'PAY-950';
    const moves: MadeChange[] = [
      [1, 'In Progress', 'active'],
      [3, 'Done', 'done'],
      [12, 'In Progress', 'active'],
      [15, 'Done', 'done'],
    ];
    const reopened = { ticket: createTicket(key, moves), item: createWork(3, null, { ticket: key }), branch: null };
    assert.deepEqual(mondays(of([...p23(), reopened]))?.slice(0, 4), [0, 12, 10, 9]);
  });

  it('counts what stood still for 30 days, as its status says that it is in progress', () => {
    const open = [...many(1, 100, null), ...many(1, 180, null)].map(({ ticket, branch }) => ({
      ticket,
      item: null,
      branch: branch === null ? null : { ...branch, lastSign: 0, stale: true },
    }));
    const wip = of(open);
    assert.deepEqual([wip.now, wip.stale, wip.sources?.flagged], [2, 0, { blocked: 0, reopened: 0, still: 1 }]);
  });

  it('leaves tickets without commits out where they are too many for others to stand for them', () => {
    const bare = (count: number) => many(count, 100, null).map(one => ({ ...one, branch: null }));
    const some = of([...many(3, 100, null), ...bare(2)]);
    assert.deepEqual([some.now, some.sources?.withoutCommits], [5, 'counted']);
    const most = of([...many(3, 100, null), ...bare(3)]);
    assert.deepEqual([most.now, most.sources?.withoutCommits], [3, 'leftOut']);
    const past = many(3, 10, 20).map(one => ({ ...one, item: null }));
    const wip = of([...many(3, 10, 20), ...past]);
    const point = wip.series?.points.find(({ from }) => from === '2026-01-19');
    assert.deepEqual([wip.historyWithoutCommits, point?.value], ['leftOut', 3]);
    assert.equal(wip.series?.points[0]?.from, '2026-01-12', 'the week in which the first of them began');
  });

  it('hides a bin whose people are too few, or of whom too few are known', () => {
    const bare = many(1, 100, 104).map(one => ({ ...one, item: null }));
    const steady = Array.from({ length: 26 }, (_, week) => worked(week * 7, week * 7 + 4)).filter(
      (_, week) => week !== 14,
    );
    const points = of([...steady, ...bare]).series?.points;
    assert.deepEqual(
      points?.map(({ hidden }) => hidden),
      Array.from({ length: 26 }, (_, week) => week === 14),
    );
  });

  it('is hidden where nobody can be told at all', () => {
    const bare = many(9, 100, null).map(one => ({ ...one, branch: null }));
    const wip = of(bare);
    assert.deepEqual([wip.withheld, wip.now, wip.sources, wip.series], [{ code: 'people' }, null, null, null]);
    const hidden = of(many(9, 100, null), {}, { hides: ids => ids.length > 0 });
    assert.deepEqual([hidden.now, hidden.sources, hidden.series], [null, null, null]);
  });

  it('tells in an export neither part of a division of which one has too few people', () => {
    const both = many(3, 100, null);
    const lone = createOpen(5);
    const open = [...both.flatMap(({ branch }) => branch ?? []), lone];
    const hides: MadeGate['hides'] = ids => ids.length === 1 && ids[0] === lone.id;
    const { now, sources } = of(both, { open, use: 'export' }, { hides });
    assert.deepEqual([now, sources?.tickets, sources?.branches], [4, null, null]);
    const ofType = of(both, { open, use: 'export', type: 'feature' });
    assert.deepEqual([ofType.sources?.tickets, ofType.sources?.flagged.blocked], [null, null]);
  });

  it('checks Little’s law with what tickets say came and went', () => {
    const steady = Array.from({ length: 26 }, (_, week) => worked(week * 7, week * 7 + 4));
    const { little } = of(steady);
    assert.deepEqual([little?.arrivals, little?.departures, little?.ratio, little?.isStable], [26, 26, 1, true]);
    const piling = of([...steady, ...Array.from({ length: 7 }, (_, week) => worked(week * 7, null))]).little;
    assert.deepEqual([piling?.arrivals, piling?.departures, piling?.isStable], [33, 26, false]);
  });

  const anyWork = fc.array(
    fc
      .record({
        from: fc.integer({ min: -40, max: 170 }),
        days: fc.option(fc.integer({ min: 1, max: 90 })),
        over: fc.constantFrom('done' as const, 'dropped' as const),
      })
      .map(({ from, days, over }) => ({ from, to: days === null ? null : Math.min(182, from + days), over })),
    { minLength: 1, maxLength: 40 },
  );

  it('is on every Monday what came until then less what went (any tickets), in whatever order', () => {
    fc.assert(
      fc.property(anyWork, fc.infiniteStream(fc.nat()), (spans, order) => {
        const all = spans.map(({ from, to, over }) => worked(from, to, over));
        const wip = of(all);
        const isUntil = (day: number) => (at: number | null) => at !== null && at <= day;
        const expected = Array.from({ length: 26 }, (_, week) => {
          const came = spans.map(({ from }) => from).filter(isUntil(week * 7)).length;
          return came - spans.map(({ to }) => to).filter(isUntil(week * 7)).length;
        });
        const shown = mondays(wip) ?? [];
        // Of weeks before anything began nothing is known, and nothing was in progress.
        assert.deepEqual([...Array.from({ length: 26 - shown.length }, () => 0), ...shown], expected);
        assert.ok(shown.length >= 26 - Math.max(0, Math.min(...spans.map(({ from }) => from)) / 7));
        assert.equal(wip.now, spans.filter(({ to }) => to === null).length);
        const shuffled = all.map(one => [order.next().value, one] as const).sort(([a], [b]) => a - b);
        assert.deepEqual(of(shuffled.map(([, one]) => one)), wip);
      }),
      { numRuns: 40 },
    );
  });
});
