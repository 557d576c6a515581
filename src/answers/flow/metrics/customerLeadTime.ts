import type { CustomerLeadTime, CustomerLeadTimePoint } from '../../../model/flow/customerLeadTime.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ticket } from '../../../model/ticket.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { leastValuesFor } from '../statistics/percentile.ts';
import { calendarDays, dayText } from '../time/calendar.ts';
import { percentilesOf } from './percentiles.ts';
import { TOLERATED_SKEW_SECONDS } from '../items/startOfWork.ts';

const NEEDS = leastValuesFor(50);
/** A ticket all of whose landed work is deployed, the last of it in the window. */
interface Delivered {
  readonly ticket: Ticket;
  readonly items: readonly WorkItem[];
  readonly at: number;
}

/** From the creation of a ticket to the deployment that holds the last of its work (M25), by nearest rank. */
export const customerLeadTimeMetric: Metric<CustomerLeadTime> = (input, ask) => {
  const delivered = deliveredTickets(input);
  const cell = ask(delivered.flatMap(({ items }) => items));
  return gate => {
    const human = delivered.filter(({ items }) => items.some(item => !gate.isAutomated(item)));
    const timed = human.filter(({ ticket, at }) => ticket.created - at <= TOLERATED_SKEW_SECONDS);
    const withheld = withheldOf(input, timed.length, gate.passes(cell));
    const shown = withheld === null ? timed : [];
    return {
      withheld,
      n: shown.length,
      percentiles: percentilesOf(shown.map(secondsOf), [50, 85]),
      points: input.use === 'view' ? shown.map(one => pointOf(one, input, gate)) : [],
      createdAfter: human.length - timed.length,
    };
  };
};

function withheldOf({ tickets, deployments }: FlowInput, n: number, passes: boolean): Withheld | null {
  if (tickets.size === 0) return { code: 'noTickets' };
  if (deployments.length === 0) return { code: 'noDeployments' };
  if (n === 0) return { code: 'nothing', what: 'ticketItems' };
  if (!passes) return { code: 'people' };
  return n < NEEDS ? { code: 'tooFew', what: 'ticketItems', has: n, needs: NEEDS } : null;
}

function deliveredTickets({ items, deployments, tickets, type, isInside }: FlowInput): Delivered[] {
  // What the first known deployment holds cannot be told, nor when its work went live.
  const liveAt = new Map(deployments.filter(({ first }) => !first).map(({ id, at }) => [id, at]));
  const byTicket = new Map([...tickets.keys()].map((key): [string, WorkItem[]] => [key, []]));
  for (const item of items) byTicket.get(item.ticket ?? '')?.push(item);
  const delivered: Delivered[] = [];
  for (const [key, ticket] of tickets) {
    const own = byTicket.get(key) ?? [];
    const times = own.map(({ deployment }) => liveAt.get(deployment ?? '') ?? Infinity);
    const at = Math.max(...times);
    const isAsked = type === null || own.some(item => item.type === type);
    if (own.length > 0 && isAsked && Number.isFinite(at) && isInside(at)) delivered.push({ ticket, items: own, at });
  }
  return delivered.sort((a, b) => a.at - b.at || (a.ticket.key < b.ticket.key ? -1 : 1));
}

function secondsOf({ ticket, at }: Delivered): number {
  return Math.max(0, at - ticket.created);
}

function pointOf(delivered: Delivered, { calendar }: FlowInput, gate: Gate): CustomerLeadTimePoint {
  const { ticket, items, at } = delivered;
  const created = Math.min(ticket.created, at);
  const last = items.at(-1);
  return {
    id: last?.id ?? ticket.key,
    label: last === undefined ? null : gate.labelOf(last),
    created: dayText(calendar.dayOf(created)),
    deployed: dayText(calendar.dayOf(at)),
    deployedAt: at,
    seconds: secondsOf(delivered),
    days: calendarDays(calendar, created, at),
  };
}
