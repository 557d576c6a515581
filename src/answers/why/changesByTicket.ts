import type { TicketChanges } from '../../model/branchChanges.ts';
import type { Commit } from '../../model/commit.ts';
import type { EpicFile } from '../../model/epic.ts';
import { epicsForTicket } from './epicForTicket.ts';

export interface ChangesInputs {
  /** Commits that main does not have, newest first. */
  readonly commits: readonly Commit[];
  /** The branch's ticket: what a commit without one of its own is about. */
  readonly ticket: string | null;
  /** Tickets that the branch is not about, as the person said. */
  readonly ignored: readonly string[];
  readonly epics: readonly EpicFile[];
}

/** How many of the branch's commits are about which ticket; each counts once, for the one that it names with most trust. */
export function changesByTicket({ commits, ticket, ignored, epics }: ChangesInputs): readonly TicketChanges[] {
  const counts = new Map<string | null, number>();
  for (const { parents, facts } of commits) {
    if (parents.length > 1) continue;
    const named = [...facts.closes, ...facts.titleKeys, ...facts.bodyKeys].find(key => !ignored.includes(key));
    const key = named ?? ticket;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, few], [b, many]) => Number(b === ticket) - Number(a === ticket) || many - few)
    .map(([key, count]) => ({ ticket: key, epic: key === null ? null : epicOf(key, epics), commits: count }));
}

function epicOf(ticket: string, epics: readonly EpicFile[]): TicketChanges['epic'] {
  const epic = epicsForTicket(ticket, epics)[0]?.file.epic ?? null;
  return epic === null ? null : { key: epic.key, title: epic.title };
}
