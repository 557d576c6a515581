import assert from 'node:assert/strict';
import fc from 'fast-check';
import { statusReader } from '../../../../../src/answers/flow/tickets/statuses.ts';
import { ticketStages, timeInStages } from '../../../../../src/answers/flow/tickets/ticketStages.ts';
import { STATUS_CATEGORIES } from '../../../../../src/model/ticket.ts';
import { createFolder } from '../../../../support/factories.ts';
import { at, DAY } from '../madeInput.ts';
import { createTicket, type MadeChange } from '../madeTicket.ts';

const words = createFolder([]).team.statuses;
const follow = (changes: readonly MadeChange[], statuses = words) =>
  ticketStages(createTicket('PAY-1', changes), statusReader(statuses));
const daysByStage = (changes: readonly MadeChange[], from: number, to: number, statuses = words) =>
  timeInStages(follow(changes, statuses).visits, at(from), at(to)).map(({ stage, seconds }) => [
    stage.id,
    seconds / DAY,
  ]);

describe('ticketStages', () => {
  it('starts at the first status that means work and ends at the done status that it did not leave', () => {
    const { started, finished, reopened } = follow([
      [0, 'To Do', 'todo'],
      [2, 'In Progress', 'active'],
      [4, 'Done', 'done'],
      [5, 'In Progress', 'active'],
      [7, 'Done', 'done'],
      [8, 'Released', 'done'],
    ]);
    assert.deepEqual([started, finished, reopened], [at(2), at(7), 1]);
  });

  it('is not finished while it is open again, nor when it was dropped', () => {
    const done: MadeChange[] = [
      [0, 'In Progress', 'active'],
      [1, 'Done', 'done'],
    ];
    assert.deepEqual(
      [follow([...done, [2, 'To Do', 'todo']]).finished, follow([...done, [2, 'To Do', 'todo']]).reopened],
      [null, 1],
    );
    const dropped = follow([...done, [2, 'Will not do', 'dropped']]);
    assert.deepEqual([dropped.finished, dropped.reopened], [null, 0]);
  });

  it('is dropped from the first of the dropped statuses that it did not leave again', () => {
    const dropped: MadeChange[] = [
      [0, 'In Progress', 'active'],
      [2, 'Will not do', 'dropped'],
      [3, 'Duplicate', 'dropped'],
    ];
    assert.equal(follow(dropped).dropped, at(2));
    assert.equal(follow([...dropped, [4, 'In Progress', 'active']]).dropped, null);
    assert.equal(follow([...dropped, [4, 'Done', 'done']]).dropped, null);
  });

  it('never started when it was closed in the instant in which it began, or was only closed', () => {
    assert.equal(
      follow([
        [0, 'To Do', 'todo'],
        [3, 'In Progress', 'active'],
        [3, 'Done', 'done'],
      ]).started,
      null,
    );
    assert.equal(
      follow([
        [0, 'To Do', 'todo'],
        [3, 'Done', 'done'],
      ]).started,
      null,
    );
  });

  it('does not start in a queue that the team named, but in one that only its name suggests', () => {
    const changes: MadeChange[] = [
      [0, 'Ready', 'active'],
      [2, 'In Progress', 'active'],
    ];
    assert.equal(follow(changes).started, at(0));
    assert.equal(follow(changes, { ...words, queue: ['Ready'] }).started, at(2));
  });

  it('is not moved by a blocked flag: neither begun in to do nor reopened in done', () => {
    const { started, finished, reopened } = follow([
      [0, 'To Do', 'todo'],
      [1, 'To Do', 'blocked'],
      [2, 'In Progress', 'active'],
      [4, 'Done', 'done'],
      [5, 'Done', 'blocked'],
    ]);
    assert.deepEqual([started, finished, reopened], [at(2), at(4), 0]);
  });

  it('reads changes in the order of their times', () => {
    const { started, finished } = follow([
      [4, 'Done', 'done'],
      [1, 'In Progress', 'active'],
    ]);
    assert.deepEqual([started, finished], [at(1), at(4)]);
  });
});

describe('timeInStages', () => {
  it('is that of jira-agile-metrics’ item A-3: 3 days, 2 of them blocked (METRICS P24)', () => {
    const a3: MadeChange[] = [
      [3, 'Committed', 'active'],
      [4, 'Build', 'blocked'],
      [5, 'Test', 'blocked'],
      [6, 'Done', 'done'],
    ];
    const { started, finished } = follow(a3);
    assert.equal(((finished ?? 0) - (started ?? 0)) / DAY, 3);
    assert.deepEqual(daysByStage(a3, 3, 6), [
      ['active', 1],
      ['blocked', 2],
    ]);
  });

  it('adds up all visits; moving back erases nothing, and a skipped status gets nothing', () => {
    const changes: MadeChange[] = [
      [0, 'In Progress', 'active'],
      [1, 'In Review', 'active'],
      [3, 'In Progress', 'active'],
      [4, 'Odd', 'unknown'],
      [6, 'In Review', 'active'],
      [7, 'Done', 'done'],
      [9, 'To Do', 'todo'],
      [10, 'Done', 'done'],
    ];
    assert.deepEqual(daysByStage(changes, 0, 10), [
      ['active', 2],
      ['approval', 3],
      ['unmapped', 2],
      ['reopened', 2],
      ['todo', 1],
    ]);
  });

  it('knows when each stage was reached first and left last, from the start on', () => {
    const { visits } = follow([
      [1, 'In Progress', 'active'],
      [3, 'In Review', 'active'],
      [4, 'In Progress', 'active'],
      [8, 'Done', 'done'],
    ]);
    assert.deepEqual(
      timeInStages(visits, at(1), at(8)).map(({ stage, entered, left }) => [stage.id, entered / DAY, left / DAY]),
      [
        ['active', 0, 7],
        ['approval', 2, 3],
      ],
    );
  });

  it('counts only what lies between the two times, and time before the first status as unmapped', () => {
    const changes: MadeChange[] = [
      [2, 'In Progress', 'active'],
      [9, 'Done', 'done'],
    ];
    assert.deepEqual(daysByStage(changes, 0, 5), [
      ['unmapped', 2],
      ['active', 3],
    ]);
    assert.deepEqual(daysByStage([], 1, 3), [['unmapped', 2]]);
  });

  it('always adds up to the whole time, exactly (METRICS P36)', () => {
    const change = fc.tuple(
      fc.integer({ min: -5_000_000, max: 5_000_000 }),
      fc.constantFrom('To Do', 'Doing', 'In Review', 'Ready', 'Blocked', 'Done'),
      fc.constantFrom(...STATUS_CATEGORIES),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(6_000_000), fc.boolean(), (changes, length, named) => {
        const ticket = {
          ...createTicket('PAY-1', []),
          transitions: changes.map(([seconds, status, category]) => ({ at: seconds, status, category })),
        };
        const { visits, started, finished } = ticketStages(
          ticket,
          statusReader(named ? { ...words, queue: ['Ready'], active: ['Doing'] } : words),
        );
        const [from, to] = started === null || finished === null ? [0, length] : [started, finished];
        const times = timeInStages(visits, from, to);
        assert.equal(
          times.reduce((sum, { seconds }) => sum + seconds, 0),
          to - from,
        );
        assert.ok(times.every(({ seconds, entered }) => seconds > 0 && entered >= 0 && entered < to - from));
      }),
    );
  });
});
