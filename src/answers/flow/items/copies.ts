import type { Commit } from '../../../model/commit.ts';
import { token } from '../../../model/text/titleToken.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';

/** Commits that some tools divide or rewrite get one writing time together, but then they land together too, on one line. */
const SAME_MOMENT_SECONDS = 60;

/** Positions of the commits that make the same change as this one, itself included, first landed first; null without any. */
export type Twins = (position: number) => readonly number[] | null;

/**
 * Finds changes that were committed more than once: a fix that was carried to a release line, say. They are known by
 * git's own "cherry picked from" line, or by the same writing time (which a cherry-pick keeps) together with the same
 * title, request number or ticket keys. `onMain` is 1 for the positions that main holds.
 */
export function findTwins(graph: HistoryGraph, onMain: Uint8Array): Twins {
  const groups = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    const one = groups.get(a) ?? [a];
    const other = groups.get(b) ?? [b];
    if (one === other) return;
    one.push(...other);
    for (const position of one) groups.set(position, one);
  };
  for (const same of [...sameIdentity(graph, byTitle), ...sameIdentity(graph, byReferences)]) {
    const [first, ...others] = same.sort((a, b) => byLanding(graph, a, b));
    if (first === undefined) continue;
    const isElsewhere = (position: number): boolean => onMain[position] !== onMain[first];
    const elsewhere = others.find(isElsewhere);
    for (const position of others) {
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
  for (const group of new Set(groups.values())) group.sort((a, b) => byLanding(graph, a, b));
  return position => groups.get(position) ?? null;
}

/** Takes out changes that had landed before: a copy that is merged forward is not work once more. What landed first stays. */
export function withoutCopies(events: readonly IntegrationEvent[], twinsOf: Twins): IntegrationEvent[] {
  const eventOf = new Map<number, IntegrationEvent>();
  for (const event of events) for (const position of event.own) eventOf.set(position, event);
  const isCopy = (position: number, event: IntegrationEvent): boolean => {
    const first = twinsOf(position)?.find(twin => eventOf.has(twin)) ?? position;
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
