import assert from 'node:assert/strict';
import { ticketItem, ticketItems } from '../../../../../src/answers/flow/tickets/ticketItems.ts';
import { statusReader } from '../../../../../src/answers/flow/tickets/statuses.ts';
import { ticketStages } from '../../../../../src/answers/flow/tickets/ticketStages.ts';
import { calendarDays, calendarIn } from '../../../../../src/answers/flow/time/calendar.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { at, createInput, createWork, DAY } from '../madeInput.ts';
import { createTicket, ticketMap, type MadeChange } from '../madeTicket.ts';

const words = createFolder([]).team.statuses;
const join = (changes: readonly MadeChange[], landed: readonly WorkItem[]) =>
  ticketItem(ticketStages(createTicket('PAY-1', changes), statusReader(words)), landed);
const stagesOf = (joined: ReturnType<typeof join>) =>
  joined?.stages.map(({ stage, seconds, entered }) => [stage.id, seconds / DAY, entered / DAY]);

const worked: MadeChange[] = [
  [40, 'To Do', 'todo'],
  [42, 'In Progress', 'active'],
  [45, 'In Review', 'active'],
  [46, 'In Progress', 'active'],
  [48, 'Done', 'done'],
];

describe('ticketItem', () => {
  it('begins with the ticket when its commits came later', () => {
    const joined = join(worked, [createWork(47, 3)]);
    assert.deepEqual([joined?.start, joined?.end, joined?.startMismatch], [at(42), at(48), false]);
    assert.deepEqual(stagesOf(joined), [
      ['active', 5, 0],
      ['approval', 1, 3],
    ]);
  });

  it('begins with the first commit when that was earlier, and calls the time before the ticket moved coding', () => {
    const joined = join(worked, [createWork(47, 6), createWork(46, 1)]);
    assert.equal(joined?.start, at(41));
    assert.deepEqual(stagesOf(joined), [
      ['coding', 1, 0],
      ['active', 5, 1],
      ['approval', 1, 4],
    ]);
  });

  it('uses the last entry into an active status before the first commit when both are more than 30 days apart', () => {
    const early: MadeChange[] = [
      [0, 'In Progress', 'active'],
      [5, 'To Do', 'todo'],
      [39, 'In Progress', 'active'],
      [48, 'Done', 'done'],
    ];
    const joined = join(early, [createWork(47, 7)]);
    assert.deepEqual([joined?.start, joined?.startMismatch], [at(39), true]);
  });

  it('uses the first commit when no active status came before it', () => {
    const joined = join(worked, [createWork(47, 40)]);
    assert.deepEqual([joined?.start, joined?.startMismatch], [at(7), true]);
  });

  it('is the ticket’s own time when git does not know a start', () => {
    assert.equal(join(worked, [createWork(47, null)])?.start, at(42));
  });

  it('is nothing for a ticket that is not done or never was in work, even if commits exist', () => {
    assert.equal(join(worked.slice(0, 4), [createWork(47, 3)]), null);
    assert.equal(join([worked[0] ?? [0, '', 'todo'], [48, 'Done', 'done']], [createWork(47, 3)]), null);
    assert.equal(join(worked, []), null);
  });

  it('stands for the item that landed last, and says so when the ticket was done before', () => {
    const [first, last] = [createWork(44, 1), createWork(49, 1)];
    assert.deepEqual([join(worked, [last, first])?.item, join(worked, [last, first])?.doneBeforeLanding], [last, true]);
    assert.equal(join(worked, [first])?.doneBeforeLanding, false);
  });

  it('counts different approval statuses', () => {
    const changes: MadeChange[] = [
      [0, 'In Progress', 'active'],
      [1, 'In Review', 'active'],
      [2, 'Legal', 'active'],
      [3, 'In Review', 'active'],
      [4, 'Done', 'done'],
    ];
    assert.deepEqual(
      [join(changes, [createWork(4, null)])?.approvals, join(changes, [createWork(4, null)])?.guessed],
      [2, true],
    );
  });

  it('takes 60 hours and 3 calendar days in jirametrics’ example (METRICS P24)', () => {
    const midnight = Date.UTC(2024, 0, 1) / 1000;
    const times: [number, MadeChange[1], MadeChange[2]][] = [
      [midnight, 'In Progress', 'active'],
      [midnight + 60 * 3_600, 'Done', 'done'],
    ];
    const transitions = times.map(([seconds, status, category]) => ({ at: seconds, status, category }));
    const ticket = ticketStages({ ...createTicket('PR-1', []), transitions }, statusReader(words));
    const joined = ticketItem(ticket, [createWork(0, null)]);
    assert.equal((joined?.end ?? 0) - (joined?.start ?? 0), 216_000);
    assert.equal(calendarDays(calendarIn('UTC'), joined?.start ?? 0, joined?.end ?? 0), 3);
  });
});

describe('ticketItems', () => {
  const tickets = ticketMap([
    createTicket('PAY-1', worked),
    createTicket(
      'PAY-2',
      worked.map(([day, status, category]): MadeChange => [day - 60, status, category]),
    ),
  ]);

  it('are the tickets that were done in the window and of the asked work type', () => {
    const items = [
      createWork(47, 3, { ticket: 'PAY-1' }),
      createWork(20, 3, { ticket: 'PAY-2' }),
      createWork(30, 3, { ticket: 'PAY-3' }),
      createWork(30, 3),
    ];
    const keys = (type: 'feature' | 'defect' | null): (string | null)[] =>
      ticketItems(createInput({ items, tickets, type })).map(({ item }) => item.ticket);
    assert.deepEqual([keys(null), keys('feature'), keys('defect')], [['PAY-1'], ['PAY-1'], []]);
  });

  it('leave out bots', () => {
    const items = [createWork(47, 3, { ticket: 'PAY-1', automated: true })];
    assert.deepEqual(ticketItems(createInput({ items, tickets })), []);
  });
});
