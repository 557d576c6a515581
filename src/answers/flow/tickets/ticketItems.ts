import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput } from '../metric.ts';
import { isTimed } from '../items/timedWork.ts';
import { stageOf, statusReader } from './statuses.ts';
import { ticketStages, timeInStages, type TicketStages, type TimeInStage, type Visit } from './ticketStages.ts';

/** Further apart, the start of the ticket and its first commit are no picture of one start. */
const MISMATCH_SECONDS = 30 * 86_400;

/** A ticket that was done in the window, with the item that landed last for it. Times are epoch seconds. */
export interface TicketItem {
  readonly item: WorkItem;
  readonly start: number;
  readonly end: number;
  /** Their seconds add up to `end - start`. */
  readonly stages: readonly TimeInStage[];
  /** Different statuses that mean approval, between start and end. */
  readonly approvals: number;
  /** A status that it was in is understood by its name only. */
  readonly guessed: boolean;
  readonly startMismatch: boolean;
  readonly doneBeforeLanding: boolean;
}

/** Tickets of the asked work type that were done in the window and that landed something, by their end. */
export function ticketItems(input: FlowInput): TicketItem[] {
  if (input.tickets.size === 0) return [];
  const meaningOf = statusReader(input.team.statuses);
  const made: TicketItem[] = [];
  for (const [key, landed] of landedByTicket(input)) {
    const ticket = input.tickets.get(key);
    if (ticket === undefined) continue;
    const joined = ticketItem(ticketStages(ticket, meaningOf), landed);
    if (joined !== null && input.isInside(joined.end)) made.push(joined);
  }
  return made.sort((a, b) => a.end - b.end || (a.item.id < b.item.id ? -1 : 1));
}

/**
 * One ticket and what landed for it. Before the ticket moved its commits tell of coding. null when it is not done, or was
 * done in the instant in which it began.
 */
export function ticketItem(ticket: TicketStages, landed: readonly WorkItem[]): TicketItem | null {
  const last = landed.toSorted((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1)).at(-1);
  const { started, finished: end, visits } = ticket;
  if (last === undefined || started === null || end === null) return null;
  const commits = landed.filter(isTimed).map(({ start }) => start);
  const commit = commits.length === 0 ? null : Math.min(...commits);
  const { start, startMismatch } = startOfTicket(started, visits, commit);
  if (start >= end) return null;
  const inside = visits.filter(({ from, to }) => from < end && (to ?? end) > start);
  const approvals = inside.filter(({ stage }) => stage.place === 'approval').map(({ status }) => status);
  return {
    item: last,
    start,
    end,
    stages: [
      ...codingFrom(start, Math.min(started, end)),
      ...timeInStages(visits, Math.max(start, started), end, start),
    ],
    approvals: new Set(approvals).size,
    guessed: inside.some(({ guessed }) => guessed),
    startMismatch,
    doneBeforeLanding: end < last.end,
  };
}

/**
 * The start is the ticket's or the first commit's, whichever is earlier; where they are more than 30 days apart, the
 * ticket's last entry into an active status before the first commit, else that commit (METRICS T6). Epoch seconds.
 */
export function startOfTicket(
  started: number,
  visits: readonly Visit[],
  commit: number | null,
): { readonly start: number; readonly startMismatch: boolean } {
  if (commit === null) return { start: started, startMismatch: false };
  const startMismatch = Math.abs(started - commit) > MISMATCH_SECONDS;
  return { start: startMismatch ? activeBefore(visits, commit) : Math.min(started, commit), startMismatch };
}

function landedByTicket({ items, type }: FlowInput): Map<string, WorkItem[]> {
  const byTicket = new Map<string, WorkItem[]>();
  for (const item of items) {
    if (item.ticket === null || item.automated || (type !== null && item.type !== type)) continue;
    const landed = byTicket.get(item.ticket);
    if (landed === undefined) byTicket.set(item.ticket, [item]);
    else landed.push(item);
  }
  return byTicket;
}

function activeBefore(visits: readonly Visit[], commit: number): number {
  return visits.findLast(({ standing, from }) => standing === 'active' && from <= commit)?.from ?? commit;
}

function codingFrom(start: number, started: number): TimeInStage[] {
  return start < started
    ? [{ stage: stageOf('coding'), seconds: started - start, entered: 0, left: started - start }]
    : [];
}
