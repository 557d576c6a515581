import type { BranchWhy } from '../model/why.ts';
import { chainLines } from './chain.ts';
import { shortOutcome } from './why.ts';

/** What is said of a ticket where its key stands in a text. */
export interface TicketText {
  /** The key, with the title where the epic files tell it. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** `why` is the answer about a ticket alone. */
export function ticketText(key: string, why: BranchWhy): TicketText {
  const epic = why.epic?.epic ?? null;
  if (why.epic === null) return { title: key, lines: [`No epic file names ${key} yet.`] };
  if (epic === null) return { title: key, lines: chainLines(why) };
  return {
    title: why.epicSource === 'isTheEpic' ? `${epic.key} ${epic.title}` : key,
    lines: [shortOutcome(why) ?? 'No anticipated outcome is written yet.', ...chainLines(why)],
  };
}
