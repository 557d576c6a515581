import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openWork, type OpenContext } from '../../../../../src/answers/flow/items/openWork.ts';
import type { OpenBranch } from '../../../../../src/model/ports/gitPort.ts';
import { readBranchName } from '../../../../../src/model/text/branchName.ts';
import { NO_KEY_RULES } from '../../../../../src/model/text/ticketKeys.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import { at, MadeHistory, nameOf } from '../madeHistory.ts';
import { createWork } from '../madeInput.ts';

const CONTEXT: OpenContext = {
  items: [],
  projects: new Set(['PAY']),
  epics: new Map(),
  tickets: new Map(),
  conventions: {},
  now: at(100),
};

interface MadeCommit {
  readonly name: string;
  readonly message?: string;
  readonly written: number;
  readonly landed?: number;
}

/** Commits are given oldest first, as they were made. */
function branch(name: string, commits: readonly MadeCommit[], landed = false): OpenBranch {
  const made = new MadeHistory();
  for (const { name: called, message, written, landed: day = written } of commits)
    made.add(called, { message: message ?? 'work', written, landed: day });
  return { facts: readBranchName(name, NO_KEY_RULES), commits: made.commits, landed };
}

const recent: MadeCommit = { name: 'a', written: 95 };
const work = (branches: readonly OpenBranch[], changes: Partial<OpenContext> = {}) =>
  openWork(branches, { ...CONTEXT, ...changes });

describe('open work', () => {
  it('begins with a branch’s first commit and lives until its last', () => {
    const commits = [
      { name: 'a', written: 80, landed: 90 },
      { name: 'b', written: 85, landed: 92 },
    ];
    const { items, commitsOf } = work([branch('feature/PAY-7-retry', commits)]);
    assert.deepEqual(items, [
      {
        id: 'o1',
        ticket: 'PAY-7',
        epic: null,
        type: 'feature',
        start: at(80),
        lastSign: at(92),
        commits: 2,
        stale: false,
      },
    ]);
    assert.deepEqual(commitsOf.get('o1')?.map(nameOf), ['a', 'b']);
  });

  it('is stale after 30 days without a sign of life', () => {
    const stale = (written: number) => work([branch('x', [{ name: 'a', written }])]).items[0]?.stale;
    assert.deepEqual([stale(70), stale(69.9)], [false, true]);
    const ticket: Ticket = {
      key: 'PAY-7',
      type: 'Bug',
      labels: [],
      parent: null,
      created: 0,
      transitions: [{ at: at(90), status: 'In Progress', category: 'active' }],
    };
    const [moved] = work([branch('PAY-7', [{ name: 'a', written: 60 }])], {
      tickets: new Map([['PAY-7', ticket]]),
    }).items;
    assert.deepEqual([moved?.stale, moved?.lastSign, moved?.type], [false, at(90), 'defect']);
  });

  it('is not what landed: by its changes, or by its ticket after its last commit', () => {
    assert.deepEqual(work([branch('x', [recent], true)]).items, []);
    assert.deepEqual(work([branch('x', [])]).items, []);
    const landed = (end: number) =>
      work([branch('PAY-7', [recent])], { items: [{ ...createWork(1, 1), ticket: 'PAY-7', end: at(end) }] }).items
        .length;
    assert.deepEqual([landed(95), landed(94.9)], [0, 1]);
    const squashed = [branch('PAY-7', [recent]), branch('copy', [recent])];
    assert.deepEqual(work(squashed, { items: [{ ...createWork(1, 1), ticket: 'PAY-7', end: at(96) }] }).items, []);
  });

  it('of one ticket is one item, on however many branches', () => {
    const { items, commitsOf } = work([
      branch('PAY-7-a', [recent]),
      branch('fix/pay-7-b', [
        { name: 'b', written: 97 },
        { name: 'c', written: 98 },
      ]),
      branch('other', [{ name: 'd', written: 96 }]),
    ]);
    assert.deepEqual(
      items.map(({ ticket, start, lastSign, commits }) => [ticket, start, lastSign, commits]),
      [
        ['PAY-7', at(95), at(98), 3],
        [null, at(96), at(96), 1],
      ],
    );
    assert.equal(commitsOf.get('o1')?.length, 3);
  });

  it('that stands in another branch is that branch’s', () => {
    const longer = [recent, { name: 'b', written: 96 }];
    for (const branches of [
      [branch('topic', longer), branch('topic', [recent])],
      [branch('topic', [recent]), branch('PAY-7', longer)],
    ])
      assert.deepEqual(
        work(branches).items.map(({ commits }) => commits),
        [2],
      );
  });

  it('takes the ticket that its commits close, or name most often', () => {
    const ticket = (...messages: string[]) =>
      work([
        branch(
          'topic',
          messages.map((message, index) => ({ name: `c${index}`, message, written: 95 + index / 10 })),
        ),
      ]).items[0]?.ticket;
    assert.equal(ticket('PAY-1 x', 'PAY-2 x', 'PAY-1 x'), 'PAY-1');
    assert.equal(ticket('PAY-1 x', 'PAY-2 x'), 'PAY-2');
    assert.equal(ticket('PAY-1 x\n\nCloses #9'), '#9');
    assert.equal(ticket('UTF-8 x', 'OTHER-1 x'), null);
  });

  it('belongs to its ticket’s epic', () => {
    const epics: OpenContext['epics'] = new Map([['PAY-7', { epic: 'PAY-100', type: 'risk' }]]);
    const [item] = work([branch('feature/PAY-7', [recent])], { epics }).items;
    assert.deepEqual([item?.epic, item?.type], ['PAY-100', 'risk']);
  });

  it('has no start when no time can be believed', () => {
    const [item] = work([branch('x', [{ name: 'a', written: -365 * 40, landed: 95 }])]).items;
    assert.deepEqual([item?.start, item?.lastSign], [null, at(95)]);
  });

  it('does not depend on the order of the branches', () => {
    const names = ['PAY-1', 'PAY-2-x', 'topic', 'fix/other', 'PAY-1-again'];
    const made = fc.array(
      fc.record({ name: fc.constantFrom(...names), from: fc.nat({ max: 5 }), size: fc.nat({ max: 3 }) }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(made, rows => {
        const branches = rows.map(({ name, from, size }) =>
          branch(
            name,
            Array.from({ length: size }, (_, index) => ({ name: `c${from + index}`, written: 90 + from + index })),
          ),
        );
        assert.deepEqual(work(branches.toReversed()), work(branches));
      }),
    );
  });

  it('uses the projects that the history believes', () => {
    const history = new MadeHistory();
    for (let n = 1; n <= 5; n++) history.add(`m${n}`, { message: `SHOP-${n} x`, landed: n });
    const branches = [branch('SHOP-9', [recent])];
    assert.equal(work(branches).items[0]?.ticket, null);
    assert.equal(work(branches, { projects: history.work().projects }).items[0]?.ticket, 'SHOP-9');
  });
});
