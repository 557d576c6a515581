import assert from 'node:assert/strict';
import { customerLeadTimeMetric } from '../../../../../src/answers/flow/metrics/customerLeadTime.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { Ticket } from '../../../../../src/model/ticket.ts';
import { at, createDeployment, createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

const LIVE = createDeployment(100);
const EARLIER = createDeployment(90);

function ticket(key: string, createdDay: number): Ticket {
  return { key, type: null, labels: [], parent: null, created: at(createdDay), transitions: [] };
}

/** Tickets that were created 1, 2, 3 … days before the deployment of day 100, with one landed item each. */
function delivered(count: number): Pick<FlowInput, 'items' | 'tickets' | 'deployments'> {
  const keys = Array.from({ length: count }, (_, n) => `PAY-${n + 1}`);
  return {
    tickets: new Map(keys.map((key, n) => [key, ticket(key, 99 - n)])),
    items: keys.map(key => createWork(99, null, { ticket: key, deployment: LIVE.id })),
    deployments: [createDeployment(1, { first: true }), EARLIER, LIVE],
  };
}

const customer = (changes: Partial<FlowInput>, gate: MadeGate = {}) =>
  measure(customerLeadTimeMetric, createInput(changes), gate);
const daysOf = ({ percentiles }: ReturnType<typeof customer>) =>
  percentiles.map(({ seconds }) => (seconds === null ? null : seconds / DAY));

describe('customerLeadTimeMetric', () => {
  it('runs from the creation of a ticket to its deployment, by nearest rank (METRICS P1)', () => {
    const result = customer(delivered(20));
    assert.deepEqual([result.withheld, result.n], [null, 20]);
    assert.deepEqual(daysOf(result), [10, 17]);
  });

  it('needs 5 tickets for the half and 19 for 85 %', () => {
    assert.deepEqual(customer(delivered(4)).withheld, { code: 'tooFew', what: 'ticketItems', has: 4, needs: 5 });
    assert.deepEqual(daysOf(customer(delivered(18))), [9, null]);
  });

  it('cannot tell without tickets or deployments', () => {
    assert.deepEqual(customer({ ...delivered(9), tickets: new Map() }).withheld, { code: 'noTickets' });
    assert.deepEqual(customer({ ...delivered(9), deployments: [] }).withheld, { code: 'noDeployments' });
    assert.deepEqual(customer({ ...delivered(9), items: [] }).withheld, { code: 'nothing', what: 'ticketItems' });
  });

  it('ends when the last of a ticket’s work is deployed', () => {
    const made = delivered(5);
    const before = createWork(80, 2, { ticket: 'PAY-1', deployment: EARLIER.id });
    assert.deepEqual(customer({ ...made, items: [before, ...made.items] }), customer(made));
    const waiting = createWork(120, 2, { ticket: 'PAY-1' });
    assert.equal(customer({ ...delivered(6), items: [...delivered(6).items, waiting] }).n, 5);
  });

  it('leaves out what only the first known deployment holds, and what went live outside the window', () => {
    const made = delivered(7);
    const [first = LIVE] = made.deployments;
    const later = createDeployment(183);
    const items = made.items.map((item, n) => ({ ...item, deployment: [first.id, later.id][n] ?? LIVE.id }));
    assert.equal(customer({ ...made, items, deployments: [...made.deployments, later] }).n, 5);
  });

  it('counts tickets that were created after their work was deployed', () => {
    const made = delivered(6);
    const tickets = new Map([...made.tickets, ['PAY-1', ticket('PAY-1', 101)]]);
    const { n, createdAfter } = customer({ ...made, tickets });
    assert.deepEqual([n, createdAfter], [5, 1]);
  });

  it('shows its tickets on the screen and not in exports', () => {
    const { points } = customer(delivered(5));
    assert.deepEqual(
      points.filter(({ label }) => label === 'PAY-2').map(({ id: _, ...rest }) => rest),
      [
        {
          label: 'PAY-2',
          created: '2026-04-13',
          deployed: '2026-04-15',
          deployedAt: LIVE.at,
          seconds: 2 * DAY,
          days: 3,
        },
      ],
    );
    assert.deepEqual(customer({ ...delivered(5), use: 'export' }).points, []);
  });

  it('is hidden when too few people are behind it', () => {
    const { withheld, n, points } = customer(delivered(9), { hides: ids => ids.length === 9 });
    assert.deepEqual([withheld, n, points], [{ code: 'people' }, 0, []]);
  });

  it('leaves out tickets of bots alone', () => {
    const made = delivered(6);
    const bot = made.items[0]?.id;
    assert.equal(customer(made, { isAutomated: ({ id }) => id === bot }).n, 5);
  });
});
