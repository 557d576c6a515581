import type { RevertFacts } from '../../../model/text/revertMessage.ts';
import type { Change } from './changes.ts';
import type { Twins } from './copies.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';
import { findNamed, lastBefore, type NamedPlaces, type Place } from './namedPlaces.ts';
import { revertKind, type RevertLink } from './reverts.ts';

/** `mayGroup` tells which keys are tickets. */
export interface RevertContext {
  readonly graph: HistoryGraph;
  readonly twinsOf: Twins;
  readonly mayGroup: (key: string) => boolean;
  /** By the time they ended. */
  readonly changes: readonly Change[];
}

/**
 * Which changes take which back (METRICS F1): by the hash that the revert names, the request, the quoted title, the
 * quoted ticket. Reverts of something in the same change are none, and neither are those of one commit of several.
 */
export function revertLinks(context: RevertContext): RevertLink[] {
  const { graph, twinsOf, changes } = context;
  const factsAt = (position: number): RevertFacts | null => commitAt(graph, position).facts.revert;
  const reverting = changes.flatMap((change, by) => change.events.flatMap(event => sourcesOf(event, by, factsAt)));
  if (reverting.length === 0) return [];
  const named = findNamed(
    graph,
    twinsOf,
    changes,
    reverting.flatMap(({ facts }) => facts),
  );
  const links: RevertLink[] = [];
  const linked = new Set<number>();
  const revertsOf = new Map<number, RevertLink[]>();
  for (const source of reverting.sort((a, b) => landedOf(graph, a) - landedOf(graph, b) || a.by - b.by)) {
    const at = landedOf(graph, source);
    for (const target of targetsOf(context, source, at, named, revertsOf)) {
      const pair = source.by * changes.length + target;
      if (target === source.by || linked.has(pair)) continue;
      linked.add(pair);
      const link = { by: source.by, target, at, early: at < (changes[target]?.end ?? Infinity) };
      links.push(link);
      const known = revertsOf.get(target);
      if (known === undefined) revertsOf.set(target, [link]);
      else known.push(link);
    }
  }
  return links;
}

/** A landing with what it says that it takes back. */
interface Source {
  readonly by: number;
  readonly event: IntegrationEvent;
  readonly facts: readonly RevertFacts[];
}

/** The commit on main speaks for all; where it is silent the commits of the branch do. */
function sourcesOf(event: IntegrationEvent, by: number, factsAt: (position: number) => RevertFacts | null): Source[] {
  const landed = factsAt(event.at);
  const own = event.merge ? event.own.map(factsAt).filter(facts => facts !== null) : [];
  const facts = landed === null ? own : [landed, ...own];
  return facts.length === 0 ? [] : [{ by, event, facts }];
}

function landedOf(graph: HistoryGraph, { event }: Source): number {
  return commitAt(graph, event.at).landed;
}

function targetsOf(
  context: RevertContext,
  source: Source,
  at: number,
  named: NamedPlaces,
  revertsOf: ReadonlyMap<number, readonly RevertLink[]>,
): Set<number> {
  const whole = new Set<number>();
  const parts = new Map<IntegrationEvent, Set<number>>();
  for (const facts of source.facts) {
    const place = placeNamed(context, facts, at, source.by, named, revertsOf);
    if (place === null) continue;
    const { change, event, position } = place;
    if (event === null || position === event.at || event.own.length === 1) whole.add(change);
    else {
      const taken = parts.get(event) ?? new Set();
      parts.set(event, taken.add(position));
      if (taken.size === event.own.length) whole.add(change);
    }
  }
  return whole;
}

function placeNamed(
  { graph, mayGroup, changes }: RevertContext,
  facts: RevertFacts,
  at: number,
  by: number,
  named: NamedPlaces,
  revertsOf: ReadonlyMap<number, readonly RevertLink[]>,
): Place | null {
  /** A reapply that names the change means its revert; a revert that names a revert means something else. */
  const meant = (place: Place | null): Place | null => {
    const change = place === null ? undefined : changes[place.change];
    if (place === null || change === undefined) return null;
    const isRevert = revertKind(graph, change) === 'takesBack';
    if (!facts.reapply) return isRevert && facts.title !== null ? null : place;
    if (isRevert) return place;
    const revert = revertsOf.get(place.change)?.at(-1);
    return revert === undefined ? null : { change: revert.by, event: null, position: -1, landed: revert.at };
  };
  const hashed = facts.hash === null ? null : named.byHash(facts.hash);
  if (hashed !== null) return hashed;
  const numbered = facts.number === null ? undefined : named.byNumber.get(facts.number);
  const title = facts.title === null ? undefined : named.byTitle.get(facts.title);
  const change = facts.change === null ? undefined : named.byTitle.get(facts.change);
  const ticket = facts.key === null || !mayGroup(facts.key) ? undefined : named.byKey.get(facts.key);
  return (
    meant(lastBefore(numbered, at, by)) ??
    lastBefore(title, at, null) ??
    meant(lastBefore(change, at, null)) ??
    meant(lastBefore(ticket, at, by))
  );
}
