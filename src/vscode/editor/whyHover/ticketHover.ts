import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import { isEditable } from '../../../model/epic.ts';
import { hasAnticipatedOutcome } from '../../../model/outcome.ts';
import type { BranchWhy, TicketChain } from '../../../model/why.ts';
import { ticketText } from '../../../wording/ticketHover.ts';
import { COMMANDS } from '../../ids.ts';
import type { HoverAction, HoverText } from './hoverMarkdown.ts';

/** What a ticket is for, and the step that mends what is missing; null when nothing can be told. */
export async function ticketHover(lens: RepositoryLens, key: string, signal: AbortSignal): Promise<HoverText | null> {
  const why = (await lens.whyOfTicket(key, signal)).value;
  return why === null ? null : hoverText(key, why);
}

function hoverText(key: string, why: BranchWhy): HoverText {
  return { ...ticketText(key, why), actions: chainActions(why, key) };
}

/** Opens the chain's epic, at its outcome where that is still to be written; without an epic, writes one for `ticket`. */
export function chainActions(chain: Pick<TicketChain, 'epic'>, ticket: string | null): readonly HoverAction[] {
  const file = chain.epic;
  if (file === null)
    return [
      { label: 'Write Anticipated Outcome', command: COMMANDS.writeOutcome, args: ticket === null ? [] : [ticket] },
    ];
  const open: HoverAction = { label: 'Open Epic File', command: COMMANDS.openEpic, args: [file.path] };
  if (file.epic === null || hasAnticipatedOutcome(file.epic.outcome) || !isEditable(file)) return [open];
  const write = {
    label: 'Write Anticipated Outcome',
    command: COMMANDS.openEpic,
    args: [file.path, 'outcome.statement'],
  };
  return [write, open];
}
