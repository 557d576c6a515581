import {
  knownKeyResults,
  type KeyResult,
  type Objective,
  type OutcomesFolder,
  type ValueTree,
} from '../../model/epic.ts';
import { hasAnticipatedOutcome } from '../../model/outcome.ts';
import type { MissingLink, TicketCandidate, TicketChain } from '../../model/why.ts';
import { epicsForTicket } from './epicForTicket.ts';

/** What the first of the tickets, the most trusted, is for. */
export function ticketChain(tickets: readonly TicketCandidate[], outcomes: OutcomesFolder): TicketChain {
  const ticket = tickets[0] ?? null;
  const matches = ticket === null ? [] : epicsForTicket(ticket.key, outcomes.epics);
  const match = matches[0] ?? null;
  return {
    ticket,
    otherTickets: tickets.slice(1),
    epic: match?.file ?? null,
    epicSource: match?.source ?? null,
    unreadableEpics: outcomes.epics.filter(file => file.epic === null && file !== match?.file),
    otherEpics: matches.slice(1).map(other => other.file),
    ...findKeyResult(match?.file.epic?.keyResult ?? null, outcomes.valueTree),
  };
}

/** Every link that is missing, in the chain's order. */
export function missingLinks(chain: TicketChain, outcomes: OutcomesFolder): MissingLink[] {
  const missing: MissingLink[] = [];
  if (chain.ticket === null) missing.push('ticket/none');
  if (chain.epic === null && outcomes.epics.length === 0) missing.push('epics/none');
  else if (chain.epic === null) missing.push(...(chain.ticket === null ? [] : (['epic/none'] as const)));
  else if (chain.epic.epic === null) missing.push('epic/unreadable');
  else {
    if (!hasAnticipatedOutcome(chain.epic.epic.outcome)) missing.push('outcome/none');
    if (chain.epic.epic.keyResult === null) missing.push('keyResult/none');
    else if (chain.keyResult === null && knownKeyResults(outcomes.valueTree) !== null)
      missing.push('keyResult/unknown');
  }
  return missing;
}

function findKeyResult(
  id: string | null,
  tree: ValueTree,
): { keyResult: KeyResult | null; objective: Objective | null } {
  for (const objective of tree.objectives) {
    const keyResult = objective.keyResults.find(candidate => candidate.id === id);
    if (keyResult !== undefined) return { keyResult, objective };
  }
  return { keyResult: null, objective: null };
}
