import type { TicketConvention } from '../model/ticketConvention.ts';

/** Why nothing could be inserted, and what to do. */
export const CANNOT_INSERT = {
  noGitExtension:
    'The commit box belongs to the Git extension of VS Code, which is not running here. Enable it, or open the commit message as a file.',
  noRepository: 'The Git extension has no repository open, so there is no commit box to write to.',
  notHere: 'This commit message belongs to no repository of this window, so its ticket is not known here.',
} as const;

export const NO_TICKET = 'No ticket was found for this branch, so there is none to insert.';

export function alreadyNamed(ticket: string): string {
  return `The commit message names ${ticket} already.`;
}

/** What was done, and whose habit it follows. */
export function insertedText(ticket: string, { how, named, agreeing }: TicketConvention): string {
  return how === 'history'
    ? `${ticket} is named as in ${agreeing} of the last ${named} commits that name a ticket.`
    : `${ticket} is named in a trailer: no other place is usual here.`;
}
