import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import type {
  ChangeGroup,
  PathMissing,
  PathPart,
  PathWhyAnswer,
  ShapedBy,
  TicketChanges,
} from '../../model/pathWhy.ts';
import { ticketChain } from './ticketChain.ts';

/** What is kept of a commit that touched a path. */
export interface PathChange {
  readonly hash: string;
  /** The most trusted ticket that it names. */
  readonly ticket: string | null;
  /** Epoch seconds. */
  readonly landed: number;
}

export interface PathInputs {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly changes: readonly PathChange[];
  readonly cut: boolean;
  readonly outcomes: OutcomesFolder;
  /** Epoch seconds. */
  readonly now: number;
}

/** The outcomes that shaped a file or folder: its changes by the epics of their tickets, and those that lead to none. */
export function whyOfPath({ path, kind, changes, cut, outcomes, now }: PathInputs): PathWhyAnswer {
  const epicOf = createEpicOf(outcomes);
  const byTicket = new Map<string, PathChange[]>();
  const byEpic = new Map<EpicFile, PathChange[]>();
  const withoutTicket: PathChange[] = [];
  for (const change of changes) {
    const epic = change.ticket === null ? null : epicOf(change.ticket);
    if (change.ticket === null) withoutTicket.push(change);
    else if (epic === null) add(byTicket, change.ticket, change);
    else add(byEpic, epic, change);
  }
  const shaped = [...byEpic].map(([epic, all]): ShapedBy => ({ epic, tickets: ticketsOf(all), ...summary(all) }));
  const loose = [...byTicket].map(([ticket, all]): TicketChanges => ({ ticket, ...summary(all) }));
  const value = {
    path,
    kind,
    changes: changes.length,
    outcomes: mostFirst(shaped),
    withoutEpic: mostFirst(loose),
    withoutTicket: spanOf(withoutTicket),
    first: spanOf(changes).first,
    last: spanOf(changes).last,
    cut,
  };
  const missing: PathMissing[] = [];
  if (cut) missing.push('changes/cut');
  if (outcomes.epics.length === 0) missing.push('epics/none');
  else if (!shaped.some(({ epic }) => hasAnticipatedOutcome(epic.epic?.outcome ?? null))) missing.push('outcomes/none');
  return { value, reasons: [], missing, asOf: now };
}

/** The changes of one group of the answer, in their order. */
export function changesOfPart(
  changes: readonly PathChange[],
  part: PathPart,
  outcomes: OutcomesFolder,
): readonly PathChange[] {
  const epicOf = createEpicOf(outcomes);
  return changes.filter(({ ticket }) => {
    if (ticket === null) return part.of === 'nothing';
    const epic = epicOf(ticket);
    if (epic === null) return part.of === 'ticket' && part.ticket === ticket;
    return part.of === 'epic' && part.file === epic.path;
  });
}

/** Many changes name the same ticket. */
function createEpicOf(outcomes: OutcomesFolder): (ticket: string) => EpicFile | null {
  const known = new Map<string, EpicFile | null>();
  return ticket => {
    const found = known.get(ticket);
    if (found !== undefined) return found;
    const { epic } = ticketChain([{ key: ticket, source: 'subject', commits: 1 }], outcomes);
    known.set(ticket, epic);
    return epic;
  };
}

function add<Key>(groups: Map<Key, PathChange[]>, key: Key, change: PathChange): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [change]);
  else group.push(change);
}

function ticketsOf(changes: readonly PathChange[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { ticket } of changes) if (ticket !== null) counts.set(ticket, (counts.get(ticket) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([ticket]) => ticket);
}

function summary(changes: readonly PathChange[]): ChangeGroup {
  const { first, last } = spanOf(changes);
  return { changes: changes.length, first: first ?? 0, last: last ?? 0 };
}

function spanOf(changes: readonly PathChange[]): {
  changes: number;
  first: number | null;
  last: number | null;
} {
  let first: number | null = null;
  let last: number | null = null;
  for (const { landed } of changes) {
    first = first === null ? landed : Math.min(first, landed);
    last = last === null ? landed : Math.max(last, landed);
  }
  return { changes: changes.length, first, last };
}

/** Of as many changes, what was worked on last comes first. */
function mostFirst<Group extends ChangeGroup>(groups: readonly Group[]): readonly Group[] {
  return groups.toSorted((a, b) => b.changes - a.changes || b.last - a.last);
}
