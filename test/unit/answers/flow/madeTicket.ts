import type { StatusCategory, Ticket } from '../../../../src/model/ticket.ts';
import { at } from './madeInput.ts';

/** [day of the window, status, category] */
export type MadeChange = readonly [day: number, status: string, category: StatusCategory];

/** A ticket that went through these statuses, each entered at noon of its day. */
export function createTicket(key: string, changes: readonly MadeChange[]): Ticket {
  return {
    key,
    type: null,
    labels: [],
    parent: null,
    created: at(changes[0]?.[0] ?? 0),
    transitions: changes.map(([day, status, category]) => ({ at: at(day), status, category })),
  };
}

export function ticketMap(tickets: readonly Ticket[]): ReadonlyMap<string, Ticket> {
  return new Map(tickets.map(ticket => [ticket.key, ticket]));
}
