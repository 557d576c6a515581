import assert from 'node:assert/strict';
import { ageMetric } from '../../../../src/answers/flow/metrics/age.ts';
import { forecastMetric } from '../../../../src/answers/flow/metrics/forecast.ts';
import { wipMetric } from '../../../../src/answers/flow/metrics/wip.ts';
import type { FlowInput } from '../../../../src/answers/flow/metric.ts';
import type { OpenSources } from '../../../../src/model/flow/openWork.ts';
import { ageFigure } from '../../../../src/wording/figures/age.ts';
import { forecastFigure } from '../../../../src/wording/figures/forecast.ts';
import { openNotes } from '../../../../src/wording/figures/openWork.ts';
import { wipFigure } from '../../../../src/wording/figures/wip.ts';
import { createInput, createOpen, createWork, measure, type MadeGate } from '../../answers/flow/madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../../answers/flow/madeTicket.ts';
import { checked, CONTEXT } from './checkFigure.ts';

/** 20 tickets of five days, three of them in review, one a week. */
const done = Array.from({ length: 20 }, (_, week) => {
  const day = 7 * week;
  return createTicket(`PAY-${week}`, [
    [day, 'In Progress', 'active'],
    [day + 2, 'In Review', 'active'],
    [day + 5, 'Done', 'done'],
  ]);
});
const landed = done.map(({ key }, week) => createWork(7 * week + 5, null, { ticket: key }));
const openTicket = (key: string, ...moves: readonly MadeChange[]) => createTicket(key, moves);
const open = [
  openTicket('PAY-91', [179, 'In Progress', 'active'], [180, 'In Review', 'active']),
  openTicket('PAY-92', [150, 'In Progress', 'active'], [160, 'Done', 'done'], [170, 'In Progress', 'active']),
  openTicket('PAY-93', [181, 'In Progress', 'active'], [182, 'In Progress', 'blocked']),
];
const branches = open.map(({ key }) => createOpen(1, { ticket: key }));
const input: Partial<FlowInput> = { tickets: ticketMap([...done, ...open]), items: landed, open: branches };
const lone = createOpen(40);
const inputOf = (changes: Partial<FlowInput>) => createInput({ ...input, ...changes });
const age = (changes: Partial<FlowInput> = {}, gate: MadeGate = {}) => {
  const given = inputOf(changes);
  return checked(ageFigure(measure(ageMetric, given, gate), { ...CONTEXT, use: given.use }));
};
const wip = (changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  checked(wipFigure(measure(wipMetric, inputOf(changes), gate), CONTEXT));

describe('figures of open work with tickets', () => {
  it('stand in for nothing where tickets tell of all, and only for the rest where they tell of some', () => {
    assert.deepEqual([age().proxy, wip().proxy], ['', '']);
    for (const { proxy } of [age({ open: [...branches, lone] }), wip({ open: [...branches, lone] })])
      assert.match(proxy, /^Tickets tell of their own work. For the rest git stands in/);
    for (const { proxy } of [age({ tickets: new Map() }), wip({ tickets: new Map() })])
      assert.match(proxy, /^Git stands in for the board/);
  });

  it('say how old the branches of others are, and that not all were looked at', () => {
    const notes = (truncated: boolean, fetchedAt: number | null, changes: Partial<FlowInput> = {}) =>
      wip({ openReach: { truncated, fetchedAt }, ...changes }).notes;
    const fetched = Date.UTC(2026, 10, 20, 9) / 1000;
    const OLD = 'Branches of others are as old as the last fetch, on 20 Nov 2026.';
    const CUT = 'There are more branches than are looked at: only the newest 200, with 20,000 commits in all, count.';
    assert.ok([OLD, CUT].every(note => notes(true, fetched).includes(note)));
    assert.ok(notes(false, fetched).includes(OLD) && !notes(false, fetched).includes(CUT));
    assert.ok(!notes(false, null).some(note => note.startsWith('Branches of others')));
    assert.ok(!notes(true, fetched, { open: null }).some(note => note === OLD || note === CUT));
  });

  it('say how many open items tickets tell of and how many branches alone', () => {
    for (const figure of [age({ open: [...branches, lone] }), wip({ open: [...branches, lone] })]) {
      assert.deepEqual(
        figure.values.filter(({ id }) => id.startsWith('from')).map(({ id, value }) => [id, value]),
        [
          ['fromTickets', 3],
          ['fromBranches', 1],
        ],
      );
      assert.ok(figure.notes.includes('Tickets tell of 3 of 4 open items, branches alone of 1.'));
      assert.ok(figure.notes.includes('1 blocked ticket.'));
      assert.ok(figure.notes.includes('1 reopened ticket, counted from the first start.'));
    }
    assert.ok(!age({ tickets: new Map() }).values.some(({ id }) => id === 'fromTickets'));
  });

  it('say that a division is hidden, without its numbers', () => {
    const given = { open: [...branches, lone], use: 'export' as const };
    const figure = age(given, { hides: ids => ids.length === 1 && ids[0] === lone.id });
    const [tickets] = figure.values.filter(({ id }) => id === 'fromTickets');
    assert.deepEqual([tickets?.value, tickets?.why], [null, 'Hidden to protect people.']);
    assert.ok(figure.notes.some(note => note.endsWith('is hidden to protect people.')));
    assert.match(figure.proxy, /^Tickets tell of their own work/, 'which would tell that there is no other');
  });

  it('tell what is usual where a stage is left, and of each item its stage', () => {
    const figure = age();
    assert.ok(
      figure.notes.includes(
        'When they left “Approval”, 85 % of finished items were at most 5 days old (n = 20); 1 open item is in it now.',
      ),
    );
    assert.deepEqual(
      figure.table?.rows.map(row => [row[0], ...row.slice(-3)]),
      [
        ['PAY-92', 'Active', 0.85, 'reopened'],
        ['PAY-91', 'Approval', null, ''],
        ['PAY-93', 'Blocked', null, 'blocked'],
      ],
    );
    assert.ok(figure.chart?.kind === 'dots');
    assert.deepEqual(figure.chart.dots[0]?.lines.slice(-2), [
      'In “Active”, reopened',
      'Older than 85 % of finished items were when they left this stage',
    ]);
  });

  it('list an item without a start in the table, and not among the dots', () => {
    const odd = openTicket('PAY-94', [182, 'Odd', 'unknown']);
    const items = [...landed, createWork(181, null, { ticket: 'PAY-94' })];
    const figure = age({ tickets: ticketMap([...done, ...open, odd]), items });
    assert.deepEqual(figure.table?.rows.at(-1)?.slice(0, 3), ['PAY-94', 'Feature', null]);
    assert.equal(figure.table.rows.at(-1)?.at(-1), 'start unknown');
    assert.equal(figure.chart?.kind === 'dots' && figure.chart.dots.length, 3);
  });

  it('have a history where every landing was squashed', () => {
    const figure = wip();
    assert.equal(figure.chart?.kind, 'series');
    assert.ok(figure.notes.some(note => note.includes('20 finished or dropped')));
    assert.equal(wip({ tickets: new Map() }).chart, null);
  });

  it('say when tickets without commits are left out, of now and of the past', () => {
    const bare = Array.from({ length: 9 }, (_, n) => openTicket(`PAY-8${n}`, [170, 'In Progress', 'active']));
    const now = wip({ tickets: ticketMap([...done, ...open, ...bare]) });
    assert.ok(now.notes.some(note => note.startsWith('Tickets without a commit are left out')));
    const past = Array.from({ length: 30 }, (_, n) =>
      openTicket(`PAY-7${n}`, [80, 'In Progress', 'active'], [90, 'Done', 'done']),
    );
    const before = wip({ tickets: ticketMap([...done, ...open, ...past]) });
    assert.ok(before.notes.some(note => note.startsWith('In the past: tickets without a commit are left out')));
  });
});

describe('openNotes', () => {
  const sources: OpenSources = {
    tickets: 4,
    branches: 0,
    flagged: { blocked: 0, reopened: 0, still: 2 },
    over: 1,
    withoutCommits: 'counted',
  };

  it('name what is in no figure, and what is though it stood still', () => {
    assert.deepEqual(openNotes({ sources, stale: 1, unknownStart: 2 }), [
      'Tickets tell of 4 of 4 open items, branches alone of 0.',
      '2 tickets in progress by status, with no move for 30 days: counted.',
      '1 open branch of a ticket that is done or was dropped: not counted.',
      '1 open item without a sign of life for 30 days: not counted as work in progress.',
      '2 open items without a known start: not counted.',
    ]);
  });
});

describe('forecastFigure with tickets', () => {
  const added = Array.from({ length: 26 }, (_, n) => openTicket(`NEW-${n}`, [7 * n + 1, 'To Do', 'todo']));
  const forecast = (changes: Partial<FlowInput>) =>
    checked(forecastFigure(measure(forecastMetric, inputOf({ open: [], ...changes })), CONTEXT));

  it('asks again for a growing scope beside the fixed one', () => {
    const { chart, notes, table } = forecast({ tickets: ticketMap([...done, ...added]) });
    assert.ok(chart?.kind === 'odds');
    assert.deepEqual(
      chart.groups.map(({ title }) => title),
      ['How many?', 'When?', 'When, if work goes on being added?'],
    );
    assert.ok(notes.some(note => note.startsWith('Scope grows: 2 tickets were created for each one finished')));
    assert.ok(table?.rows.some(([question]) => question === 'When are 10 done, at most, if work goes on being added'));
  });

  it('says that the scope does not grow, or that it assumes a fixed one', () => {
    const same = forecast({});
    assert.ok(same.notes.some(note => note.startsWith('Scope does not grow')));
    assert.equal(same.chart?.kind === 'odds' && same.chart.groups.length, 2);
    const without = forecast({ tickets: new Map() });
    assert.ok(without.notes.some(note => note.startsWith('It assumes a fixed scope')));
  });
});
