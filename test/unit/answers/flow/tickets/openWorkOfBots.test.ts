import assert from 'node:assert/strict';
import { prepareFlow } from '../../../../../src/answers/flow/flowAnswer.ts';
import type { OwnMetrics } from '../../../../../src/model/flow/metrics.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import type { OpenItem } from '../../../../../src/model/work.ts';
import { DAY, hashOf } from '../madeHistory.ts';
import { inTurn, MadeTeam, NOW, REQUEST } from '../madeTeam.ts';

const PEOPLE = 6;
const team = new MadeTeam([...inTurn(PEOPLE, 60), { by: 'bot', days: 2 }]);
const BOT = 60;

type Branch = readonly [changes: Partial<OpenItem>, by: readonly number[]];

function own(branches: readonly Branch[], keys: readonly string[] = [], landedFor?: string): OwnMetrics {
  const items = branches.map(([changes], n): OpenItem => ({
    ...{ id: `o${n}`, ticket: null, epic: null, type: 'debt', commits: 1, stale: false },
    ...{ start: NOW - (5 + n) * DAY, lastSign: NOW - DAY },
    ...changes,
  }));
  const ticket = (key: string): Ticket => ({
    ...{ key, type: null, labels: [], parent: null, created: NOW - 9 * DAY },
    transitions: [{ at: NOW - 9 * DAY, status: 'In Progress', category: 'active' }],
  });
  const source = team.source();
  const landed = source.work.items.map((item, n) => (n === 59 ? { ...item, ticket: landedFor ?? null } : item));
  const commitsOf = new Map(branches.map(([, by], n) => [`o${n}`, by.map(one => hashOf(`c${one}`))]));
  const prepared = prepareFlow(
    {
      ...source,
      work: { ...source.work, items: landed },
      open: { items, commitsOf, truncated: false, fetchedAt: null },
      tickets: new Map(keys.map(key => [key, ticket(key)])),
    },
    REQUEST,
  );
  const answer = prepared.finish(team.gate(prepared.cells));
  if (answer.state !== 'shown') throw new Error(answer.state);
  return answer.own;
}

const each = (changes: Partial<OpenItem> = {}): Branch[] =>
  Array.from({ length: PEOPLE }, (_, person) => [changes, [person]]);
const bots = (count: number, changes: Partial<OpenItem> = {}): Branch[] =>
  Array.from({ length: count }, () => [changes, [BOT]]);

describe('open branches of bots', () => {
  it('are no work in progress and have no age', () => {
    const { wip, age } = own([...each(), ...bots(6)]);
    assert.deepEqual([wip.now, age.open, age.points.length], [6, 6, 6]);
    assert.equal(wip.series?.points.at(-1)?.value, own(each()).wip.series?.points.at(-1)?.value);
  });

  it('are not among what is stale or has no known start', () => {
    const { wip } = own([...each({ stale: true }), ...bots(3, { stale: true }), ...bots(4, { start: null })]);
    assert.deepEqual([wip.stale, wip.unknownStart], [6, 0]);
  });

  it('count when somebody wrote a commit of them', () => {
    assert.equal(own([...each(), [{}, [BOT, 0]]]).wip.now, 7);
  });

  it('stand for nobody, so tickets without commits do not count beside them', () => {
    assert.deepEqual([own(bots(9), ['PAY-1', 'PAY-2']).wip.now, own(each(), ['PAY-1', 'PAY-2']).wip.now], [null, 8]);
  });

  it('do not take a ticket out for which people landed something', () => {
    const branches = [...each(), ...bots(1, { ticket: 'PAY-1' })];
    assert.deepEqual([own(branches, ['PAY-1']).wip.now, own(branches, ['PAY-1'], 'PAY-1').wip.now], [6, 7]);
  });
});
