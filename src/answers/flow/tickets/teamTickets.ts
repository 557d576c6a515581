import type { TeamFile } from '../../../model/epic.ts';
import { projectOfKey } from '../../../model/text/ticketKeys.ts';
import type { Ticket } from '../../../model/ticket.ts';
import type { OpenItem, WorkItem, WorkType } from '../../../model/work.ts';
import { typeWords, workTypeOf } from '../items/workType.ts';
import type { FlowInput } from '../metric.ts';
import { isTimed } from '../items/timedWork.ts';
import { statusReader } from './statuses.ts';
import { ticketStages, type TicketStages } from './ticketStages.ts';

/** Trackers' names of what holds tickets together. */
const EPIC = /^(?:epic|initiative)$/i;

/** What git knows of a ticket. */
export interface TicketCommits {
  /** Its branches. */
  readonly open: OpenItem | null;
  /** By landing; bots' work is left out. */
  readonly landed: readonly WorkItem[];
  /** When the first of its commits was written, epoch seconds. */
  readonly firstCommit: number | null;
}

export interface TeamTicket {
  readonly ticket: Ticket;
  readonly stages: TicketStages;
  readonly commits: TicketCommits;
  readonly type: WorkType;
  readonly epic: string | null;
}

/**
 * The asked team's tickets of the asked work type, by key. An epic without commits is no work of its own: its tickets are.
 * What only bots worked on is left out.
 */
export function teamTickets(input: FlowInput): TeamTicket[] {
  if (input.tickets.size === 0) return [];
  const meaningOf = statusReader(input.team.statuses);
  const commitsOf = commitsReader(input);
  const typeOf = typeReader(input);
  const epics = new Set(input.epics.map(({ key }) => key));
  return [...input.tickets.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((ticket): TeamTicket[] => {
      const { onlyBots, ...commits } = commitsOf(ticket.key);
      const hasCommits = commits.open !== null || commits.landed.length > 0;
      const isEpic = epics.has(ticket.key) || EPIC.test(ticket.type ?? '');
      if (onlyBots || (!hasCommits && (isEpic || !isOfTeamsProjects(ticket.key, input.team)))) return [];
      const typed = typeOf(ticket, commits);
      if (input.type !== null && typed.type !== input.type) return [];
      return [{ ticket, stages: ticketStages(ticket, meaningOf), commits, ...typed }];
    });
}

function commitsReader({ items, open }: FlowInput): (key: string) => TicketCommits & { readonly onlyBots: boolean } {
  const openOf = new Map((open ?? []).map(item => [item.ticket, item]));
  const landedOf = new Map<string | null, WorkItem[]>();
  for (const item of items) {
    const landed = landedOf.get(item.ticket);
    if (landed === undefined) landedOf.set(item.ticket, [item]);
    else landed.push(item);
  }
  return key => {
    const all = landedOf.get(key) ?? [];
    const landed = all.filter(item => !item.automated).sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1));
    const branch = openOf.get(key) ?? null;
    const starts = [...landed.filter(isTimed), ...(branch === null ? [] : [branch])].flatMap(
      ({ start }) => start ?? [],
    );
    return {
      open: branch,
      landed,
      firstCommit: starts.length === 0 ? null : Math.min(...starts),
      onlyBots: all.length > 0 && landed.length === 0 && branch === null,
    };
  };
}

/**
 * Whether a ticket without commits is of one of the team's projects. Where the team owns paths and names no project, nothing
 * tells whose it is.
 */
function isOfTeamsProjects(key: string, { ticketKeys, paths }: TeamFile): boolean {
  return ticketKeys.length === 0 ? paths.length === 0 : ticketKeys.includes(projectOfKey(key) ?? '');
}

function typeReader({
  epics,
  team,
}: FlowInput): (ticket: Ticket, commits: TicketCommits) => Pick<TeamTicket, 'type' | 'epic'> {
  const epicOf = new Map(epics.flatMap(epic => [epic.key, ...epic.tickets].map(key => [key, epic] as const)));
  const words = typeWords(team);
  return (ticket, { open, landed }) => {
    const epic = epicOf.get(ticket.key);
    const signs = { epic: epic?.type ?? null, ticket, own: [], landed: [], branches: [] };
    const type = (open ?? landed.at(-1))?.type ?? workTypeOf(signs, words).type;
    return { type, epic: epic?.key ?? null };
  };
}
