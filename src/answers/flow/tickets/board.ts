import type { OpenFlag, TicketState } from '../../../model/flow/openWork.ts';
import type { OpenItem, WorkItem } from '../../../model/work.ts';
import type { FlowInput } from '../metric.ts';
import type { Behind } from './behind.ts';
import { stageOf } from './statuses.ts';
import { teamTickets, type TeamTicket } from './teamTickets.ts';
import { startOfTicket } from './ticketItems.ts';

const STILL_SECONDS = 30 * 86_400;

/** A ticket with the work that git knows of it. Times are epoch seconds. */
export interface BoardItem extends Omit<OpenItem, 'ticket' | 'start' | 'stale'>, Behind {
  readonly ticket: string;
  /** When it left work in progress: done or dropped, and not taken up again; null while it is open. */
  readonly end: number | null;
  /** What landed last for it. */
  readonly landed: WorkItem | null;
  readonly state: TicketState;
}

/** A ticket whose start is known. */
interface BegunItem extends BoardItem {
  readonly start: number;
}

/** The asked team's tickets of the asked work type, as work in progress. */
export interface Board {
  /** By start. */
  readonly begun: readonly BegunItem[];
  /** Open, in a status of which nothing is known, and without an open branch. */
  readonly unknown: readonly BoardItem[];
  /** Keys of tickets that tell when their work began: what git knows of them is the same work. */
  readonly told: ReadonlySet<string>;
  /** Keys of tickets that are done or were dropped. */
  readonly over: ReadonlySet<string>;
}

/**
 * Reads tickets as work in progress (METRICS T3, T6, M4): from the first status that means work, or the first commit, until
 * the ticket is done or dropped and stays so. One that never entered such a status never began.
 */
export function board(input: FlowInput): Board {
  const begun: BegunItem[] = [];
  const unknown: BoardItem[] = [];
  const over = new Set<string>();
  for (const [index, found] of teamTickets(input).entries()) {
    const { ticket, commits, stages } = found;
    const item = itemOf(`ticket${index}`, found, input.now);
    const { end } = item;
    if (end !== null) over.add(ticket.key);
    const { started, visits } = stages;
    const start = started === null ? null : startOfTicket(started, visits, commits.firstCommit).start;
    if (start !== null && (end === null || start < end)) begun.push({ ...item, start });
    else if (end === null && commits.open === null && visits.at(-1)?.standing === 'unknown') unknown.push(item);
  }
  begun.sort((a, b) => a.start - b.start || (a.ticket < b.ticket ? -1 : 1));
  return { begun, unknown, told: new Set(begun.map(({ ticket }) => ticket)), over };
}

/** Whose people stand for a ticket: those of its open branches, else of what landed last for it. */
export function behindTicket({ commits: { open, landed } }: TeamTicket): Behind['behind'] {
  return open ?? landed.at(-1) ?? null;
}

function itemOf(id: string, found: TeamTicket, now: number): BoardItem {
  const { ticket, commits, stages, type, epic } = found;
  const { open, landed } = commits;
  const signs = [...ticket.transitions.map(({ at }) => at), ...landed.map(({ end }) => end), open?.lastSign ?? 0];
  const lastSign = Math.max(ticket.created, ...signs.filter(at => at <= now));
  const stage = stages.visits.at(-1)?.stage ?? stageOf('unmapped');
  const flags: OpenFlag[] = [];
  if (stage.place === 'blocked') flags.push('blocked');
  if (stages.reopened > 0) flags.push('reopened');
  if (now - lastSign > STILL_SECONDS) flags.push('still');
  return {
    id,
    ticket: ticket.key,
    epic,
    type,
    behind: behindTicket(found),
    landed: landed.at(-1) ?? null,
    lastSign,
    commits: (open?.commits ?? 0) + landed.reduce((sum, { commits: count }) => sum + count, 0),
    end: stages.finished ?? stages.dropped,
    state: { stage, flags },
  };
}
