import { changesByTicket } from '../../answers/why/changesByTicket.ts';
import { ticketConvention } from '../../answers/why/ticketConvention.ts';
import type { BranchChanges, RequestTemplate } from '../../model/branchChanges.ts';
import type { TicketConvention } from '../../model/ticketConvention.ts';
import type { WhyAnswer } from '../../model/why.ts';
import { createCells } from '../cell.ts';
import { unlessAborted, type GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import type { Snapshot } from '../snapshot.ts';
import { MAX_BRANCH_COMMITS } from '../whyLens.ts';
import { requestTemplates } from './requestTemplates.ts';

/** Enough to see a habit, and few enough to be read at once in any history. */
const MOST_COMMITS = 300;

/** What somebody who writes commits and pull requests is helped with. */
export interface SourceControlLens {
  /** How commits name their ticket here: main's newest, or the branch's where there is no main branch. */
  convention(signal?: AbortSignal): Promise<TicketConvention>;
  /** What the branch holds that main does not, by ticket. */
  changes(signal?: AbortSignal): Promise<BranchChanges>;
  /** The team's texts for pull and merge requests, read anew. */
  templates(): Promise<readonly RequestTemplate[]>;
}

export interface SourceControlContext {
  readonly ports: Pick<LensPorts, 'files'>;
  readonly git: GitAnswers;
  readonly snapshot: () => Promise<Snapshot>;
  readonly why: () => Promise<WhyAnswer>;
}

export function createSourceControlLens({ ports, git, snapshot, why }: SourceControlContext): SourceControlLens {
  const conventions = createCells<TicketConvention>();

  async function convention(): Promise<TicketConvention> {
    const { facts, savedRules: rules } = await snapshot();
    const tip = facts.main?.hash ?? (facts.head.kind === 'unborn' ? null : facts.head.hash);
    if (tip === null) return ticketConvention([]);
    const load = async () => ticketConvention(await git.ticketPlaces({ tip, rules, limit: MOST_COMMITS }));
    return conventions.get(JSON.stringify([tip, rules]), load);
  }

  async function changes(): Promise<BranchChanges> {
    const [{ facts, savedRules, outcomes }, { value }] = await Promise.all([snapshot(), why()]);
    const { head, main } = facts;
    if (head.kind === 'unborn' || main === null || value?.branch.state === 'main')
      return { byTicket: [], truncated: false };
    // As the why of the branch asks, so that both share git's answer.
    const commits = await git.commitsSince(main, head.hash, savedRules, MAX_BRANCH_COMMITS + 1);
    const byTicket = changesByTicket({
      commits: commits.slice(0, MAX_BRANCH_COMMITS),
      ticket: value?.ticket?.key ?? null,
      ignored: value?.ignoredTickets ?? [],
      epics: outcomes.epics,
    });
    return { byTicket, truncated: commits.length > MAX_BRANCH_COMMITS };
  }

  return {
    convention: signal => unlessAborted(convention(), signal),
    changes: signal => unlessAborted(changes(), signal),
    templates: () => requestTemplates(ports.files, git.root),
  };
}
