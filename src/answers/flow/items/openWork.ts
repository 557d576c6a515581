import type { Commit } from '../../../model/commit.ts';
import type { OpenBranch } from '../../../model/ports/gitPort.ts';
import type { Ticket } from '../../../model/ticket.ts';
import type { OpenItem, WorkItem, WorkType } from '../../../model/work.ts';
import type { OpenWork } from '../flowSource.ts';
import { isBelievable } from './startOfWork.ts';
import { groupingKeys } from './ticketPrefixes.ts';
import type { EpicOfKey } from './workItem.ts';
import { workTypeOf } from './workType.ts';

const STALE_SECONDS = 30 * 86_400;

/** What is known beside the branches. */
export interface OpenContext {
  /** What landed. */
  readonly items: readonly WorkItem[];
  /** Project keys whose tickets may hold work together (`WorkItems.projects`). */
  readonly projects: ReadonlySet<string>;
  readonly epics: ReadonlyMap<string, EpicOfKey>;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly conventions: Readonly<Record<string, WorkType>>;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * Work that began on branches and has not landed (METRICS R18), oldest first, with the hashes of its commits for the
 * identity gate. A ticket's branches are one item. A branch is left out when its changes are on main, or when its ticket
 * landed after its last commit: squashed branches would stay open for ever.
 */
export function openWork(branches: readonly OpenBranch[], context: OpenContext): OpenWork {
  const landedLast = new Map<string, number>();
  for (const { ticket, end } of context.items)
    if (ticket !== null) landedLast.set(ticket, Math.max(end, landedLast.get(ticket) ?? -Infinity));
  const mayGroup = groupingKeys(context.projects);
  const groups = new Map<string, Open>();
  const done = new Set<string>();
  /** Name of the group that holds a commit. */
  const holder = new Map<string, string>();
  for (const { branch, ticket, newest } of ticketsFirst(branches, mayGroup)) {
    const lastSign = Math.max(...branch.commits.map(({ landed }) => landed));
    const isDone = ticket !== null && (landedLast.get(ticket) ?? -Infinity) >= lastSign;
    // A branch that stands in another one is the same work: pushed before the last commit, or a copy of it.
    const name = ticket ?? holder.get(newest) ?? newest;
    for (const { hash } of branch.commits) holder.set(hash, name);
    if (isDone || (ticket === null && done.has(name))) done.add(name);
    else groups.set(name, together(groups.get(name), { ticket, branches: [branch], lastSign }));
  }
  const found = [...groups.values()].map(open => itemOf(open, context));
  found.sort((a, b) => began(a.item) - began(b.item) || (a.first < b.first ? -1 : 1));
  const items: OpenItem[] = [];
  const commitsOf = new Map<string, readonly string[]>();
  for (const { item, hashes } of found) {
    const id = `o${items.length + 1}`;
    items.push({ ...item, id });
    commitsOf.set(id, hashes);
  }
  return { items, commitsOf };
}

interface Open {
  readonly ticket: string | null;
  readonly branches: readonly OpenBranch[];
  /** Epoch seconds; a rebase is a sign of life too. */
  readonly lastSign: number;
}

interface Named {
  readonly branch: OpenBranch;
  readonly ticket: string | null;
  readonly newest: string;
}

/** Branches of tickets, then the longer ones before those that may be a part of them. */
function ticketsFirst(branches: readonly OpenBranch[], mayGroup: (key: string) => boolean): Named[] {
  const named = branches.flatMap((branch): Named[] => {
    const newest = branch.commits[0]?.hash;
    return branch.landed || newest === undefined ? [] : [{ branch, ticket: ticketOf(branch, mayGroup), newest }];
  });
  return named.sort(
    (a, b) =>
      Number(a.ticket === null) - Number(b.ticket === null) ||
      b.branch.commits.length - a.branch.commits.length ||
      (`${a.newest} ${a.ticket}` < `${b.newest} ${b.ticket}` ? -1 : 1),
  );
}

function together(a: Open | undefined, b: Open): Open {
  if (a === undefined) return b;
  return { ...a, branches: [...a.branches, ...b.branches], lastSign: Math.max(a.lastSign, b.lastSign) };
}

interface Found {
  readonly item: Omit<OpenItem, 'id'>;
  readonly hashes: readonly string[];
  /** Tells items apart that began in the same second. */
  readonly first: string;
}

function itemOf({ ticket, branches, lastSign }: Open, context: OpenContext): Found {
  const { epics, tickets, conventions, now } = context;
  const commits = new Map<string, Commit>();
  for (const branch of branches) for (const commit of branch.commits) commits.set(commit.hash, commit);
  const written = [...commits.values()].map(commit => commit.written).filter(time => isBelievable(time, now));
  const epic = ticket === null ? undefined : epics.get(ticket);
  const known = ticket === null ? null : (tickets.get(ticket) ?? null);
  const { type } = workTypeOf(
    {
      epic: epic?.type ?? null,
      ticket: known,
      own: [...commits.values()].map(({ facts }) => facts),
      landed: [],
      branches: branches.map(({ facts }) => facts.kind),
    },
    conventions,
  );
  const moved = Math.max(lastSign, ...(known?.transitions ?? []).map(({ at }) => at).filter(at => at <= now));
  const hashes = [...commits.keys()].sort();
  return {
    item: {
      ticket,
      epic: epic?.epic ?? null,
      type,
      start: written.length === 0 ? null : Math.min(...written),
      lastSign: moved,
      commits: commits.size,
      stale: now - moved > STALE_SECONDS,
    },
    hashes,
    first: `${hashes[0]} ${ticket}`,
  };
}

function began({ start, lastSign }: Omit<OpenItem, 'id'>): number {
  return start ?? lastSign;
}

/** The branch's ticket: of its name, then what its commits close, then what their titles name most often. */
function ticketOf({ facts, commits }: OpenBranch, mayGroup: (key: string) => boolean): string | null {
  if (facts.key !== null && mayGroup(facts.key)) return facts.key;
  const keys = (keysOf: (commit: Commit) => readonly string[]): string[] =>
    commits.flatMap(commit => keysOf(commit).filter(mayGroup));
  return mostFrequent(keys(commit => commit.facts.closes)) ?? mostFrequent(keys(commit => commit.facts.titleKeys));
}

/** The newest one breaks ties. */
function mostFrequent(newestFirst: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of newestFirst) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best: string | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
  return best;
}
