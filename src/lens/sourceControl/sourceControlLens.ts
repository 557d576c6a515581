import { ticketConvention } from '../../answers/why/ticketConvention.ts';
import type { TicketConvention } from '../../model/ticketConvention.ts';
import { createCells } from '../cell.ts';
import { unlessAborted, type GitAnswers } from '../gitAnswers.ts';
import type { Snapshot } from '../snapshot.ts';

/** Enough to see a habit, and few enough to be read at once in any history. */
const MOST_COMMITS = 300;

/** What somebody who writes commits and pull requests is helped with. */
export interface SourceControlLens {
  /** How commits name their ticket here: main's newest, or the branch's where there is no main branch. */
  convention(signal?: AbortSignal): Promise<TicketConvention>;
}

export function createSourceControlLens(git: GitAnswers, snapshot: () => Promise<Snapshot>): SourceControlLens {
  const conventions = createCells<TicketConvention>();

  async function convention(): Promise<TicketConvention> {
    const { facts, savedRules: rules } = await snapshot();
    const tip = facts.main?.hash ?? (facts.head.kind === 'unborn' ? null : facts.head.hash);
    if (tip === null) return ticketConvention([]);
    const load = async () => ticketConvention(await git.ticketPlaces({ tip, rules, limit: MOST_COMMITS }));
    return conventions.get(JSON.stringify([tip, rules]), load);
  }

  return { convention: signal => unlessAborted(convention(), signal) };
}
