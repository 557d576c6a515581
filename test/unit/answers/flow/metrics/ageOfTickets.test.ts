import assert from 'node:assert/strict';
import { ageMetric } from '../../../../../src/answers/flow/metrics/age.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { at, createInput, createOpen, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const NOW = 183;

/** 20 tickets: active for n days, then in review for one, n = 1 to 20; each landed squashed on its last day. */
const done = Array.from({ length: 20 }, (_, n): MadeChange[] => [
  [40, 'In Progress', 'active'],
  [41 + n, 'In Review', 'active'],
  [42 + n, 'Done', 'done'],
]).map((moves, n) => createTicket(`PAY-${n}`, moves));
const landed = done.map((ticket, n) => createWork(42 + n, null, { ticket: ticket.key }));

const going = (key: string, ...moves: readonly MadeChange[]) => ({
  ticket: createTicket(key, moves),
  branch: createOpen(0, { ticket: key }),
});
/** 12 days old and active; 18 days old, in review since yesterday; 25 days old, back from review and blocked. */
const open = [
  going('PAY-91', [NOW - 12, 'In Progress', 'active']),
  going('PAY-92', [NOW - 18, 'In Progress', 'active'], [NOW - 1, 'In Review', 'active']),
  going(
    'PAY-93',
    [NOW - 25, 'In Progress', 'active'],
    [NOW - 9, 'In Review', 'active'],
    [NOW - 3, 'In Progress', 'active'],
    [NOW - 2, 'In Progress', 'blocked'],
  ),
];
const input: Partial<FlowInput> = {
  tickets: ticketMap([...done, ...open.map(({ ticket }) => ticket)]),
  items: landed,
  open: open.map(({ branch }) => branch),
};
const of = (changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(ageMetric, createInput({ ...input, ...changes }), gate);
const days = (seconds: number | null | undefined) => (seconds == null ? null : seconds / DAY);

describe('age of tickets', () => {
  it('counts from the ticket’s start, against finished tickets’ times, though all landings were squashed (METRICS P1)', () => {
    const age = of();
    // The finished ones took 2 to 21 days: ranks 10 and 17 of 20.
    assert.deepEqual(
      age.levels.map(({ seconds }) => days(seconds)),
      [11, 18, null],
    );
    assert.deepEqual([age.finished, age.levelsWithheld], [20, null]);
    assert.deepEqual(
      age.points.map(({ label, seconds, ticket }) => [label, days(seconds), ticket?.stage.id, ticket?.flags.join()]),
      [
        ['PAY-93', 25, 'blocked', 'blocked'],
        ['PAY-92', 18, 'approval', ''],
        ['PAY-91', 12, 'active', ''],
      ],
    );
    assert.deepEqual(
      age.bands.map(({ count }) => count),
      [0, 2, 1],
    );
  });

  it('knows how old finished tickets were when they left each stage, and lays open ones beside it', () => {
    const age = of();
    assert.deepEqual(
      age.stages.map(({ stage, finished, levels, open: now }) => [
        stage.id,
        finished,
        ...levels.map(({ seconds }) => days(seconds)),
        now,
      ]),
      [
        ['active', 20, 10, 17, null, 1],
        ['approval', 20, 11, 18, null, 1],
      ],
    );
    // 12 is more than 10 days; 18 is not more than 18 but more than 11; nothing finished was ever blocked.
    assert.deepEqual(
      age.points.map(({ overInStage }) => overInStage),
      [null, 50, 50],
    );
  });

  it('takes the last time that a stage was left, for tickets that went back', () => {
    const back = done.map(({ key }, n) =>
      createTicket(key, [
        [40, 'In Progress', 'active'],
        [41, 'In Review', 'active'],
        [42, 'In Progress', 'active'],
        [43 + n, 'Done', 'done'],
      ]),
    );
    const items = back.map(({ key }, n) => createWork(43 + n, null, { ticket: key }));
    const { stages } = of({ tickets: ticketMap(back), items, open: [createOpen(3)] });
    assert.deepEqual(
      stages.map(({ stage, levels }) => [stage.id, days(levels[1]?.seconds)]),
      [
        ['active', 19],
        ['approval', 2],
      ],
    );
  });

  it('needs 19 finished tickets that were in a stage for its levels, and tickets for any stage', () => {
    const fewer = of({ items: landed.slice(0, 18) });
    assert.deepEqual(
      fewer.stages.map(({ finished, levels }) => [finished, levels[0]?.seconds]),
      [
        [18, null],
        [18, null],
      ],
    );
    assert.deepEqual(of({ tickets: new Map() }).stages, []);
  });

  it('hides a stage’s finished tickets where too few people were there, and every stage with it', () => {
    const rare = done.map(({ key, transitions }, n) =>
      n > 0
        ? createTicket(key, [...raw(transitions)])
        : createTicket(key, [
            [40, 'Odd', 'blocked'],
            [41, 'Done', 'done'],
          ]),
    );
    const first = landed[0]?.id;
    const hidden = of(
      { tickets: ticketMap([...rare, ...open.map(({ ticket }) => ticket)]) },
      { hides: ids => ids.length === 1 && ids[0] === first },
    );
    const blocked = hidden.stages.find(({ stage }) => stage.id === 'blocked');
    assert.deepEqual([blocked?.finished, blocked?.levels.every(({ seconds }) => seconds === null)], [null, true]);
    assert.equal(hidden.stages.filter(({ finished }) => finished === null).length, 2);
  });

  it('shows in an export no open count of a stage with too few people, nor what would give it away', () => {
    const lone = open[0]?.branch.id;
    const age = of({ use: 'export' }, { hides: ids => ids.length === 1 && ids[0] === lone });
    assert.deepEqual([age.points, age.unknown, age.open], [[], [], 3]);
    assert.ok(age.stages.filter(({ open: now }) => now === null).length === 2);
    assert.deepEqual(of({ use: 'export', type: 'feature' }).stages, []);
  });

  it('lists what nobody can tell the start of, on a screen only', () => {
    const odd = going('PAY-94', [NOW - 4, 'Odd', 'unknown']);
    const items = [...landed, createWork(182, null, { ticket: 'PAY-94' })];
    const changes = { tickets: ticketMap([odd.ticket]), items };
    const age = of(changes);
    assert.deepEqual(
      age.unknown.map(({ label, lastSign }) => [label, lastSign]),
      [['PAY-94', '2026-07-06']],
    );
    assert.equal(age.unknownStart, 1);
    assert.deepEqual(of({ ...changes, use: 'export' }).unknown, []);
  });

  it('compares what tickets and what branches tell, each once', () => {
    const branches = Array.from({ length: 5 }, (_, n) => createWork(60 + n, 30));
    const twice = createWork(41, 1, { ticket: 'PAY-0' });
    const age = of({ items: [...landed, ...branches, twice] });
    assert.equal(age.finished, 25);
    // 2 to 21 days and five times 30: ranks 13 and 22 of 25.
    assert.deepEqual(
      age.levels.map(({ seconds }) => days(seconds)),
      [14, 30, null],
    );
  });

  it('does not depend on the order of tickets and items', () => {
    const tickets = ticketMap([...(input.tickets?.values() ?? [])].toReversed());
    assert.deepEqual(of({ tickets, items: landed.toReversed(), open: input.open?.toReversed() ?? [] }), of());
  });
});

function raw(transitions: ReturnType<typeof createTicket>['transitions']): MadeChange[] {
  return transitions.map(({ at: seconds, status, category }) => [(seconds - at(0)) / DAY, status, category]);
}
