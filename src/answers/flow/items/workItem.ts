import type { BranchKind } from '../../../model/text/branchName.ts';
import type { Ticket } from '../../../model/ticket.ts';
import type { ItemFlag, ItemRule, WorkItem, WorkType } from '../../../model/work.ts';
import type { Change } from './changes.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { Landing } from './landings.ts';
import { startOfWork } from './startOfWork.ts';
import { workTypeOf } from './workType.ts';

export interface EpicOfKey {
  /** The epic's own key. */
  readonly epic: string;
  readonly type: WorkType | null;
}

/** What is known of an item beside its commits. */
export interface ItemContext {
  readonly epics: ReadonlyMap<string, EpicOfKey>;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly conventions: Readonly<Record<string, WorkType>>;
  /** Epoch seconds. */
  readonly now: number;
  /** It is nothing but a revert. */
  readonly takesBack: boolean;
}

/** An item without what other items and deployments say of it. */
export function workItemOf(
  graph: HistoryGraph,
  change: Change,
  context: ItemContext,
): Omit<WorkItem, 'id' | 'reverts' | 'reverted' | 'deployment'> {
  const { landings, events, ticket, end } = change;
  const landed = events.map(({ at }) => commitAt(graph, at).facts);
  const own = events.flatMap(event => event.own).map(position => commitAt(graph, position).facts);
  const begun = startOfWork(graph, landings, end, context.now);
  const rule = ruleOf(landings);
  const epic = ticket === null ? undefined : context.epics.get(ticket);
  const flags = new Set<ItemFlag>(begun.flags);
  if (events.some(({ forwarded }) => forwarded)) flags.add('forwarded');
  if (change.episode) flags.add('episode');
  if (ticket === null && (rule === 'trunkSingle' || rule === 'landingBatch')) flags.add('ungrouped');
  if (context.takesBack) flags.add('revert');
  const typed = workTypeOf(
    {
      epic: epic?.type ?? null,
      ticket: ticketOf(change, context.tickets),
      own,
      landed,
      // A branch that brings a change back is called `revert-…` too.
      branches: landed.map(({ merge, revert }) => (revert?.reapply === true ? null : (merge?.branch?.kind ?? null))),
    },
    context.conventions,
  );
  return {
    ticket,
    number: commitAt(graph, change.last).facts.number,
    epic: epic?.epic ?? null,
    rule,
    ...typed,
    start: begun.start,
    startQuality: begun.quality,
    end,
    commits: own.length,
    written: begun.written,
    automated: own.length > 0 && own.every(({ looksAutomated }) => looksAutomated),
    flags: [...flags].sort(),
  };
}

/** Positions of its commits, merges left out; of a merge at the edge of what is known the merge itself. */
export function ownPositions({ events }: Change): number[] {
  const own = events.flatMap(event => event.own);
  return own.length > 0 ? own : events.map(({ at }) => at);
}

const HOTFIX_BRANCH: BranchKind = 'hotfix';
const HOTFIX_WORD = /^(?:hotfix|incident|sev-?\d?)$/i;

/** It mends something that is live, as its branch, its title or its ticket says. */
export function isHotfix(graph: HistoryGraph, change: Change, tickets: ReadonlyMap<string, Ticket>): boolean {
  const ticket = ticketOf(change, tickets);
  if ([ticket?.type ?? '', ...(ticket?.labels ?? [])].some(word => HOTFIX_WORD.test(word))) return true;
  return change.events.some(({ at }) => {
    const { merge, convention } = commitAt(graph, at).facts;
    return merge?.branch?.kind === HOTFIX_BRANCH || convention === HOTFIX_BRANCH;
  });
}

function ticketOf({ ticket }: Change, tickets: ReadonlyMap<string, Ticket>): Ticket | null {
  return ticket === null ? null : (tickets.get(ticket) ?? null);
}

/** Of an item with several landings: the rule that tells most about its start. */
function ruleOf(landings: readonly Landing[]): ItemRule {
  const rules = new Set(landings.map(({ rule }) => rule));
  if (rules.has('merge')) return 'merge';
  if (rules.has('squash')) return 'squash';
  if (landings.length === 1 && rules.has('landingBatch')) return 'landingBatch';
  return landings[0]?.ticket === null ? 'trunkSingle' : 'trunkByTicket';
}
