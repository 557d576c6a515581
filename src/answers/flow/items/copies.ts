import type { Commit } from '../../../model/commit.ts';
import { token } from '../../../model/text/titleToken.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';
import { SAME_MOMENT_SECONDS } from './startOfWork.ts';

/** Positions of the commits that make the same change as this one, itself included, first landed first; null without any. */
export type Twins = (position: number) => readonly number[] | null;

/**
 * Finds changes that were committed more than once: a fix that was carried to a release line, say. They are known by
 * git's own "cherry picked from" line, or by the same writing time (which a cherry-pick keeps) together with the same
 * title, request number or ticket keys. `onMain` is 1 for the positions that main holds.
 */
export function findTwins(graph: HistoryGraph, onMain: Uint8Array): Twins {
  const { join, groups } = disjointSets(graph.commits.length);
  for (const same of [...sameIdentity(graph, byTitle), ...sameIdentity(graph, byReferences)]) {
    const [first, ...others] = same.sort((a, b) => byLanding(graph, a, b));
    if (first === undefined) continue;
    const isElsewhere = (position: number): boolean => onMain[position] !== onMain[first];
    const elsewhere = others.find(isElsewhere);
    for (const position of others) {
      // Commits that some tools divide or rewrite get one writing time together, but then they land together, on one line.
      const apart = commitAt(graph, position).landed - commitAt(graph, first).landed > SAME_MOMENT_SECONDS;
      // A script may carry a fix to release lines within seconds.
      if (apart || isElsewhere(position)) join(first, position);
      else if (elsewhere !== undefined && onMain[position] !== 1) join(elsewhere, position);
    }
  }
  for (let position = 0; position < graph.commits.length; position++) {
    const source = commitAt(graph, position).facts.cherryPickedFrom;
    const origin = source === null ? -1 : graph.positionOf(source);
    if (origin >= 0) join(origin, position);
  }
  const twins = new Map<number, readonly number[]>();
  for (const group of groups()) {
    group.sort((a, b) => byLanding(graph, a, b));
    for (const position of group) twins.set(position, group);
  }
  return position => twins.get(position) ?? null;
}

/** Sets of positions below `count` that are joined two by two (union-find, Tarjan 1975). */
function disjointSets(count: number): { join(a: number, b: number): void; groups(): Iterable<number[]> } {
  const parents = Int32Array.from({ length: count }, (_, position) => position);
  const rootOf = (position: number): number => {
    let at = position;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  return {
    join: (a, b) => {
      const [one, other] = [rootOf(a), rootOf(b)];
      parents[Math.max(one, other)] = Math.min(one, other);
    },
    groups: () => {
      const groups = new Map<number, number[]>();
      // A root is the lowest of its set, so it comes first.
      for (let position = 0; position < count; position++) {
        const root = rootOf(position);
        if (root === position) continue;
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [root, position]);
        else group.push(position);
      }
      return groups.values();
    },
  };
}

/** Takes out changes that had landed before: a copy that is merged forward is not work once more. What landed first stays. */
export function withoutCopies(events: readonly IntegrationEvent[], twinsOf: Twins): IntegrationEvent[] {
  const eventOf = new Map<number, IntegrationEvent>();
  for (const event of events) for (const position of event.own) eventOf.set(position, event);
  const firsts = new Map<readonly number[], number | undefined>();
  const firstOf = (twins: readonly number[]): number | undefined => {
    if (!firsts.has(twins))
      firsts.set(
        twins,
        twins.find(twin => eventOf.has(twin)),
      );
    return firsts.get(twins);
  };
  const isCopy = (position: number, event: IntegrationEvent): boolean => {
    const twins = twinsOf(position);
    const first = twins === null ? position : (firstOf(twins) ?? position);
    return first !== position && eventOf.get(first) !== event;
  };
  const kept: IntegrationEvent[] = [];
  for (const event of events) {
    const own = event.own.filter(position => !isCopy(position, event));
    if (own.length === event.own.length) kept.push(event);
    else if (own.length > 0) kept.push({ ...event, own });
  }
  return kept;
}

/** Positions that share an identity; commits without one (null) and with one of their own are left out. */
function sameIdentity(graph: HistoryGraph, identityOf: (commit: Commit) => number | null): number[][] {
  const first = new Map<number, number>();
  const shared = new Map<number, number[]>();
  for (let position = 0; position < graph.commits.length; position++) {
    if (graph.parentsOf(position).length > 1) continue;
    const identity = identityOf(commitAt(graph, position));
    if (identity === null) continue;
    const known = first.get(identity);
    const group = shared.get(identity);
    if (known === undefined) first.set(identity, position);
    else if (group === undefined) shared.set(identity, [known, position]);
    else group.push(position);
  }
  return [...shared.values()];
}

function byTitle({ written, facts }: Commit): number {
  return identity(written, facts.titleToken);
}

/** For back-ports whose title was changed. */
function byReferences({ written, facts }: Commit): number | null {
  if (facts.number === null && facts.titleKeys.length === 0) return null;
  return identity(written, token(`${facts.number ?? ''} ${facts.titleKeys.join(' ')}`));
}

/** The second it was written and 20 bits of a token, in one number that a double holds exactly. */
function identity(written: number, named: number): number {
  return written * 0x100000 + (named & 0xfffff);
}

function byLanding(graph: HistoryGraph, a: number, b: number): number {
  const [one, other] = [commitAt(graph, a), commitAt(graph, b)];
  return one.landed - other.landed || (one.hash < other.hash ? -1 : 1);
}
