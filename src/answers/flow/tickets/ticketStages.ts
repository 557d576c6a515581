import type { FlowStage } from '../../../model/flow/stages.ts';
import type { StatusChange, Ticket } from '../../../model/ticket.ts';
import { stageOf, type Meaning, type statusReader } from './statuses.ts';

type StatusReader = ReturnType<typeof statusReader>;

/** One stay in a status. Times are epoch seconds. */
export interface Visit {
  readonly from: number;
  /** null: it is still there. */
  readonly to: number | null;
  readonly stage: FlowStage;
  /** What the status means when a flag on the ticket is not counted. */
  readonly standing: Meaning['category'];
  readonly guessed: boolean;
  readonly status: string;
}

/** A ticket's way through its statuses. Times are epoch seconds. */
export interface TicketStages {
  /** First entry into a status that means work; null when it never was in one before it was done. */
  readonly started: number | null;
  /** Entry into the done statuses that it did not leave again. */
  readonly finished: number | null;
  /** Entry into the dropped statuses that it did not leave again. */
  readonly dropped: number | null;
  /** How often it left the done statuses. */
  readonly reopened: number;
  readonly visits: readonly Visit[];
}

/** Follows a ticket's status changes. A blocked flag does not move a ticket: it neither starts nor reopens it. */
export function ticketStages(ticket: Ticket, meaningOf: StatusReader): TicketStages {
  const visits = visitsOf(
    ticket.transitions.toSorted((a, b) => a.at - b.at),
    meaningOf,
  );
  let finished: number | null = null;
  let dropped: number | null = null;
  let reopened = 0;
  for (const { from, standing } of visits) {
    if (finished !== null && standing !== 'done' && standing !== 'dropped') reopened++;
    finished = standing === 'done' ? (finished ?? from) : null;
    dropped = standing === 'dropped' ? (dropped ?? from) : null;
  }
  const started = visits.find(isStart)?.from ?? null;
  const isInstant = started !== null && finished !== null && started >= finished;
  return { started: isInstant ? null : started, finished, dropped, reopened, visits };
}

/** Seconds in one stage, and how many seconds after the item's start it was first reached and left for the last time. */
export interface TimeInStage {
  readonly stage: FlowStage;
  readonly seconds: number;
  readonly entered: number;
  readonly left: number;
}

/**
 * Time by stage between two instants (epoch seconds), in the order of first entry. Every visit counts, and so does time
 * without a known status ('unmapped'): the sum is exactly `to - from`.
 */
export function timeInStages(visits: readonly Visit[], from: number, to: number, start = from): TimeInStage[] {
  const times = new Map<string, TimeInStage>();
  const add = (stage: FlowStage, entry: number, exit: number): void => {
    if (exit <= entry) return;
    const before = times.get(stage.id);
    const seconds = (before?.seconds ?? 0) + exit - entry;
    times.set(stage.id, { stage, seconds, entered: before?.entered ?? entry - start, left: exit - start });
  };
  const first = visits[0]?.from ?? to;
  add(stageOf('unmapped'), from, Math.min(first, to));
  for (const visit of visits) add(visit.stage, Math.max(visit.from, from), Math.min(visit.to ?? to, to));
  return [...times.values()];
}

function visitsOf(changes: readonly StatusChange[], meaningOf: StatusReader): Visit[] {
  return changes.map((change, index) => {
    const flagged = change.category === 'blocked';
    const plain = flagged
      ? changes.find(({ status, category }) => status === change.status && category !== 'blocked')
      : change;
    const { category, stage, guessed } = meaningOf(plain ?? change);
    return {
      from: change.at,
      to: changes[index + 1]?.at ?? null,
      stage: flagged ? stageOf('blocked') : stage,
      standing: category,
      guessed: guessed && !flagged,
      status: change.status,
    };
  });
}

/** A queue begins nothing; one that only its name made a queue is active for the tracker, and so it has begun. */
function isStart({ standing, guessed }: Visit): boolean {
  return (
    standing === 'active' || standing === 'approval' || standing === 'blocked' || (standing === 'queue' && guessed)
  );
}
