import assert from 'node:assert/strict';
import { prepareFlow } from '../../../../../src/answers/flow/flowAnswer.ts';
import type { FlowSource } from '../../../../../src/answers/flow/flowSource.ts';
import type { FlowRequest } from '../../../../../src/model/flow/flow.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import type { OpenItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { DAY, hashOf } from '../madeHistory.ts';
import { inTurn, MadeTeam, NOW, REQUEST, type Shown } from '../madeTeam.ts';

const PEOPLE = 6;
const team = new MadeTeam(inTurn(PEOPLE, 60));

const ticket = (key: string): Ticket => ({
  key,
  type: null,
  labels: [],
  parent: null,
  created: NOW - 9 * DAY,
  transitions: [{ at: NOW - 9 * DAY, status: 'In Progress', category: 'active' }],
});
/** An open branch whose commit is one of the person's. */
const branch = (id: string, key: string | null, by: number): [OpenItem, string[]] => [
  {
    ...{ id, ticket: key, epic: null, type: 'feature', commits: 1, stale: false },
    ...{ start: NOW - 2 * DAY, lastSign: NOW - DAY },
  },
  [hashOf(`c${by}`)],
];

function sourceOf(
  keys: readonly string[],
  branches: readonly [OpenItem, string[]][],
  changes: Partial<FlowSource> = {},
): FlowSource {
  return {
    ...team.source(),
    tickets: new Map(keys.map(key => [key, ticket(key)])),
    open: {
      items: branches.map(([item]) => item),
      commitsOf: new Map(branches.map(([{ id }, commits]) => [id, commits])),
      ...{ truncated: false, fetchedAt: null },
    },
    ...changes,
  };
}

function shown(source: FlowSource, request: Partial<FlowRequest> = {}): Shown {
  const prepared = prepareFlow(source, { ...REQUEST, ...request });
  const answer = prepared.finish(team.gate(prepared.cells));
  if (answer.state !== 'shown') throw new Error(answer.state);
  return answer;
}

const keysOf = (count: number, from = 1): string[] => Array.from({ length: count }, (_, n) => `PAY-${from + n}`);
const byEverybody = (count: number): [OpenItem, string[]][] =>
  keysOf(count).map((key, n) => branch(`o${n}`, key, n % PEOPLE));

describe('tickets in progress behind the identity gate', () => {
  it('show when enough people are behind their branches', () => {
    const { own } = shown(sourceOf(keysOf(6), byEverybody(6)));
    assert.deepEqual([own.wip.now, own.age.open, own.wip.sources?.tickets], [6, 6, 6]);
    assert.equal(shown(sourceOf(keysOf(6), byEverybody(6)), { use: 'export' }).own.wip.now, 6);
  });

  it('count without commits beside those of enough people', () => {
    assert.equal(shown(sourceOf([...keysOf(6), 'PAY-90', 'PAY-91'], byEverybody(6))).own.wip.now, 8);
  });

  it('never show alone, though the window passes', () => {
    for (const use of ['view', 'export'] as const) {
      const { own } = shown(sourceOf(keysOf(9), []), { use });
      assert.deepEqual([own.wip.now, own.wip.sources], [null, null]);
      assert.deepEqual([own.age.withheld, own.age.open, own.age.points], [{ code: 'people' }, 0, []]);
    }
  });

  it('never show with the branches of two people', () => {
    const two = keysOf(6).map((key, n) => branch(`o${n}`, key, n % 2));
    const { own } = shown(sourceOf([...keysOf(6), 'PAY-90'], two));
    assert.deepEqual([own.wip.now, own.age.points], [null, []]);
  });

  it('let what landed for a ticket say who is behind it', () => {
    const source = sourceOf(keysOf(6), []);
    const items = source.work.items.map((item, n) => (n < 60 - 6 ? item : { ...item, ticket: `PAY-${n - 53}` }));
    assert.equal(shown({ ...source, work: { ...source.work, items } }).own.wip.now, 6);
  });

  it('carry no project key that the gate has not judged', () => {
    const { own } = shown(sourceOf([...keysOf(6), 'SMITH-1'], byEverybody(6)));
    assert.equal(own.age.points.length, 7);
    assert.doesNotMatch(JSON.stringify(own), /SMITH/);
  });

  it('are those of the asked team’s projects only, with their branches', () => {
    const keys = [...keysOf(6), ...keysOf(6, 11).map(key => key.replace('PAY', 'OPS'))];
    const branches = keys.map((key, n) => branch(`o${n}`, key, n % PEOPLE));
    const { team: file } = createFolder([]);
    const source = sourceOf(keys, branches, {
      team: { ...file, ticketKeys: ['PAY'] },
      owned: new Set([...team.source().work.items, ...branches.slice(0, 6).map(([item]) => item)].map(({ id }) => id)),
    });
    const { own } = shown(source, { team: 'pay' });
    assert.deepEqual([own.wip.now, own.wip.sources?.tickets, own.age.open], [6, 6, 6]);
    assert.equal(shown({ ...source, team: file, owned: null }).own.wip.now, 12);
  });
});
