import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';
import type { Landing } from './landings.ts';

/** Longer pauses between two landings of one ticket make two items: umbrella tickets would never end otherwise. */
const EPISODE_SECONDS = 28 * 86_400;

/** What becomes one item: landings that a ticket or a request's number holds together. */
export interface Change {
  readonly landings: readonly Landing[];
  readonly events: readonly IntegrationEvent[];
  readonly ticket: string | null;
  /** Its ticket had other landings at another time. */
  readonly episode: boolean;
  /** Position of its last commit on main. */
  readonly last: number;
  /** Epoch seconds at which that landed. */
  readonly end: number;
}

/** Groups landings into changes, by the time they ended. The order does not depend on the order of the commits. */
export function changesOf(graph: HistoryGraph, landings: readonly Landing[]): Change[] {
  const hash = (change: Change): string => commitAt(graph, change.last).hash;
  return byIdentity(landings)
    .flatMap(group => episodesOf(graph, group))
    .sort((a, b) => a.end - b.end || (hash(a) < hash(b) ? -1 : 1));
}

/** A ticket holds landings together; without one a request's number does; otherwise each landing is an item. */
function byIdentity(landings: readonly Landing[]): readonly Landing[][] {
  const named = new Map<string, Landing[]>();
  const single: Landing[][] = [];
  for (const landing of landings) {
    const name = landing.ticket ?? (landing.number === null ? null : `request ${landing.number}`);
    const group = name === null ? undefined : named.get(name);
    if (name === null) single.push([landing]);
    else if (group === undefined) named.set(name, [landing]);
    else group.push(landing);
  }
  return [...named.values(), ...single];
}

function episodesOf(graph: HistoryGraph, landings: readonly Landing[]): Change[] {
  const episodes: Landing[][] = [];
  for (const landing of landings.toSorted((a, b) => a.landed - b.landed)) {
    const running = episodes.at(-1);
    const last = running?.at(-1);
    if (running === undefined || last === undefined || landing.landed - last.landed > EPISODE_SECONDS)
      episodes.push([landing]);
    else running.push(landing);
  }
  return episodes.map(episode => changeOf(graph, episode, episodes.length > 1));
}

function changeOf(graph: HistoryGraph, landings: readonly Landing[], episode: boolean): Change {
  const events = landings
    .flatMap(landing => landing.events)
    .map(event => ({ event, commit: commitAt(graph, event.at) }))
    .sort((a, b) => a.commit.landed - b.commit.landed || (a.commit.hash < b.commit.hash ? -1 : 1));
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('a change without a landing');
  return {
    landings,
    events: events.map(({ event }) => event),
    ticket: landings[0]?.ticket ?? null,
    episode,
    last: last.event.at,
    end: last.commit.landed,
  };
}
