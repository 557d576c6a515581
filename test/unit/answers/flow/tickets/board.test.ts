import assert from 'node:assert/strict';
import { board } from '../../../../../src/answers/flow/tickets/board.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { createFolder } from '../../../../support/factories.ts';
import { at, createInput, createOpen, createWork, DAY } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

/** The made input looks at day 183. */
const NOW = 183;
const { team } = createFolder([]);
const of = (tickets: Readonly<Record<string, readonly MadeChange[]>>, changes: Partial<FlowInput> = {}) =>
  board(
    createInput({
      tickets: ticketMap(Object.entries(tickets).map(([key, moves]) => createTicket(key, moves))),
      ...changes,
    }),
  );
const only = (moves: readonly MadeChange[], changes: Partial<FlowInput> = {}) =>
  of({ 'PAY-1': moves }, changes).begun[0];

const doing: MadeChange = [170, 'In Progress', 'active'];

describe('board', () => {
  it('begins a ticket at its first status that means work and keeps it open until it is done', () => {
    const open = only([[160, 'To Do', 'todo'], doing]);
    assert.deepEqual([open?.start, open?.end, open?.state.stage.id, open?.state.flags], [at(170), null, 'active', []]);
    assert.equal(only([doing, [175, 'Done', 'done']])?.end, at(175));
  });

  it('never begins a ticket that stayed in to do, or was closed in the instant in which it began', () => {
    assert.deepEqual(of({ 'PAY-1': [[160, 'To Do', 'todo']], 'PAY-2': [doing, [170, 'Done', 'done']] }).begun, []);
    assert.deepEqual(of({ 'PAY-1': [] }).unknown, []);
  });

  it('keeps a reopened ticket in progress from its first start on, and says so', () => {
    const item = only([[150, 'In Progress', 'active'], [160, 'Done', 'done'], doing]);
    assert.deepEqual([item?.start, item?.end, item?.state.flags], [at(150), null, ['reopened']]);
  });

  it('ends a dropped ticket when it was dropped, and begins nothing when that was the instant of its start', () => {
    const board = of({ 'PAY-1': [doing, [175, 'Will not do', 'dropped']], 'PAY-2': [doing, [170, 'No', 'dropped']] });
    assert.deepEqual(
      board.begun.map(({ ticket, end }) => [ticket, end]),
      [['PAY-1', at(175)]],
    );
    assert.deepEqual([...board.over], ['PAY-1', 'PAY-2']);
    assert.equal(only([doing, [175, 'No', 'dropped'], [180, 'In Progress', 'active']])?.end, null);
  });

  it('flags what is blocked and what has not moved for 30 days, and keeps it', () => {
    assert.deepEqual(only([doing, [172, 'In Progress', 'blocked']])?.state.flags, ['blocked']);
    assert.deepEqual(only([[NOW - 31, 'In Progress', 'active']])?.state.flags, ['still']);
    assert.deepEqual(only([[NOW - 30, 'In Progress', 'active']])?.state.flags, []);
    const open = [createOpen(40, { ticket: 'PAY-1', lastSign: at(NOW - 2) })];
    assert.deepEqual(only([[NOW - 31, 'In Progress', 'active']], { open })?.state.flags, []);
  });

  it('begins with the first commit where that was earlier (T6), of open branches as of what landed', () => {
    const open = [createOpen(20, { ticket: 'PAY-1' })];
    assert.equal(only([doing], { open })?.start, at(NOW - 20));
    assert.equal(only([doing], { items: [createWork(165, 5, { ticket: 'PAY-1' })] })?.start, at(160));
    assert.equal(only([doing], { open: [createOpen(3, { ticket: 'PAY-1' })] })?.start, at(170));
  });

  it('begins with the last sign of active work before a first commit more than 30 days later', () => {
    const moves: MadeChange[] = [
      [50, 'In Progress', 'active'],
      [60, 'To Do', 'todo'],
      [140, 'In Progress', 'active'],
    ];
    assert.equal(only(moves, { open: [createOpen(30, { ticket: 'PAY-1' })] })?.start, at(140));
  });

  it('lists an open ticket in a status of which nothing is known apart, unless a branch tells its start', () => {
    const odd = { 'PAY-1': [[170, 'Odd', 'unknown']] } as const;
    assert.deepEqual(
      of(odd).unknown.map(({ ticket }) => ticket),
      ['PAY-1'],
    );
    const withBranch = of(odd, { open: [createOpen(3, { ticket: 'PAY-1' })] });
    assert.deepEqual([withBranch.unknown, withBranch.begun], [[], []]);
  });

  it('lets the people of open branches stand for a ticket, else those of what landed last, else nobody', () => {
    const [first, last] = [createWork(171, 1, { ticket: 'PAY-1' }), createWork(172, 1, { ticket: 'PAY-1' })];
    const branch = createOpen(3, { ticket: 'PAY-1' });
    assert.equal(only([doing], { items: [first, last], open: [branch] })?.behind, branch);
    assert.equal(only([doing], { items: [last, first] })?.behind, last);
    assert.equal(only([doing])?.behind, null);
  });

  it('leaves out what only bots worked on, and epics without commits of their own', () => {
    const bot = createWork(175, 1, { ticket: 'PAY-1', automated: true });
    assert.equal(only([doing], { items: [bot] }), undefined);
    const epic = { ...createTicket('PAY-1', [doing]), type: 'Epic' };
    assert.deepEqual(of({}, { tickets: ticketMap([epic]) }).begun, []);
    const landed = { items: [createWork(175, 1, { ticket: 'PAY-1' })] };
    assert.equal(of({}, { tickets: ticketMap([epic]), ...landed }).begun.length, 1);
  });

  it('tells the work type by what git knows, else by the ticket, in the team’s words', () => {
    const bug = ticketMap([{ ...createTicket('PAY-1', [doing]), type: 'Zap' }]);
    const words = { ...team, workTypes: { Zap: 'defect' } };
    const typeWith = (changes: Partial<FlowInput>) => of({}, { tickets: bug, ...changes }).begun[0]?.type;
    assert.equal(typeWith({ team: words }), 'defect');
    assert.equal(typeWith({}), 'unknown');
    assert.equal(typeWith({ team: words, items: [createWork(171, 1, { ticket: 'PAY-1', type: 'risk' })] }), 'risk');
    assert.equal(typeWith({ team: words, type: 'feature' }), undefined);
    assert.equal(typeWith({ team: words, type: 'defect' }), 'defect');
  });

  it('keeps to the projects of the team, and to what it worked on', () => {
    const keys = (changes: Partial<typeof team>, more: Partial<FlowInput> = {}): string[] =>
      of({ 'PAY-1': [doing], 'OPS-1': [doing] }, { team: { ...team, ...changes }, ...more }).begun.map(
        ({ ticket }) => ticket,
      );
    assert.deepEqual(keys({}), ['OPS-1', 'PAY-1']);
    assert.deepEqual(keys({ ticketKeys: ['PAY'] }), ['PAY-1']);
    assert.deepEqual(keys({ ticketKeys: ['PAY'] }, { open: [createOpen(2, { ticket: 'OPS-1' })] }).length, 2);
    assert.deepEqual(keys({ paths: ['src/**'] }), [], 'paths tell nothing of a ticket without commits');
    assert.deepEqual(keys({ paths: ['src/**'] }, { items: [createWork(175, 1, { ticket: 'OPS-1' })] }), ['OPS-1']);
  });

  it('counts no sign of life that lies ahead', () => {
    const item = only([doing, [190, 'In Review', 'active']]);
    assert.equal(((item?.lastSign ?? 0) - at(170)) / DAY, 0);
  });
});
