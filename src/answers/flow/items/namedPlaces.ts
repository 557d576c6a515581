import type { RevertFacts } from '../../../model/text/revertMessage.ts';
import type { Change } from './changes.ts';
import type { Twins } from './copies.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';

/** A commit of a change, or the whole change where `event` is null. */
export interface Place {
  /** Place of the change in the list of changes. */
  readonly change: number;
  readonly event: IntegrationEvent | null;
  readonly position: number;
  /** Epoch seconds at which it came to main. */
  readonly landed: number;
}

/** What reverts may name, each list by the time it landed. */
export interface NamedPlaces {
  byHash(hash: string): Place | null;
  readonly byNumber: ReadonlyMap<number, readonly Place[]>;
  readonly byTitle: ReadonlyMap<number, readonly Place[]>;
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
}

/** Looks up everything that these reverts name, in one pass over the changes. */
export function findNamed(
  graph: HistoryGraph,
  twinsOf: Twins,
  changes: readonly Change[],
  reverts: readonly RevertFacts[],
): NamedPlaces {
  const byNumber = listsFor<number>(reverts.map(({ number }) => number));
  const byTitle = listsFor<number>(reverts.flatMap(({ title, change }) => [title, change]));
  const byKey = listsFor<string>(reverts.map(({ key }) => key));
  const byPosition = new Map<number, Place>();
  changes.forEach((change, index) => {
    if (change.ticket !== null)
      byKey.get(change.ticket)?.push({ change: index, event: null, position: change.last, landed: change.end });
    for (const event of change.events) {
      const { facts, landed } = commitAt(graph, event.at);
      if (facts.number !== null)
        byNumber.get(facts.number)?.push({ change: index, event: null, position: event.at, landed });
      for (const position of event.merge ? [event.at, ...event.own] : event.own) {
        const place = { change: index, event, position, landed };
        byPosition.set(position, place);
        const named = commitAt(graph, position).facts;
        byTitle.get(named.titleToken)?.push(place);
        if (named.merge?.titleToken != null) byTitle.get(named.merge.titleToken)?.push(place);
      }
    }
  });
  for (const places of [...byNumber.values(), ...byTitle.values(), ...byKey.values()])
    places.sort((a, b) => a.landed - b.landed || a.change - b.change);
  const short = positionsOfShort(graph, reverts);
  return {
    byNumber,
    byTitle,
    byKey,
    byHash: hash => {
      const known = graph.positionOf(hash);
      const position = known >= 0 ? known : (short.get(hash) ?? -1);
      const place = byPosition.get(position);
      if (place !== undefined) return place;
      const twin = twinsOf(position)?.find(other => byPosition.has(other));
      return twin === undefined ? null : (byPosition.get(twin) ?? null);
    },
  };
}

/** The last place that had landed by `at`, those of the change `except` left out. */
export function lastBefore(places: readonly Place[] | undefined, at: number, except: number | null): Place | null {
  if (places === undefined) return null;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.landed ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const place = places[index];
    if (place !== undefined && place.change !== except) return place;
  }
  return null;
}

function listsFor<Name>(names: readonly (Name | null)[]): Map<Name, Place[]> {
  const lists = new Map<Name, Place[]>();
  for (const name of names) if (name !== null) lists.set(name, []);
  return lists;
}

/** GitLab names branches by eight digits, and people shorten hashes: those that mean one commit only. */
function positionsOfShort(graph: HistoryGraph, reverts: readonly RevertFacts[]): ReadonlyMap<string, number> {
  const wanted = new Set<string>();
  for (const { hash } of reverts) if (hash !== null && graph.positionOf(hash) < 0) wanted.add(hash);
  const lengths = new Set([...wanted].map(({ length }) => length));
  const found = new Map<string, number>();
  if (wanted.size === 0) return found;
  for (let position = 0; position < graph.commits.length; position++) {
    const { hash } = commitAt(graph, position);
    for (const length of lengths) {
      const start = hash.slice(0, length);
      if (wanted.has(start)) found.set(start, found.has(start) ? -1 : position);
    }
  }
  return found;
}
