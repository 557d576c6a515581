import type { Commit } from '../../model/commit.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';

/** Commits that some tools divide or rewrite get one writing time together, but then they land together too. */
const SAME_MOMENT_SECONDS = 60;

/**
 * Takes out changes that had landed before: a cherry-pick onto a release line comes back when that line is merged
 * forward, and is not work once more. It is known by git's own "cherry picked from" line, or by the same writing time
 * (which a cherry-pick keeps) together with the same request number or ticket keys. What landed first stays.
 */
export function withoutCopies(graph: HistoryGraph, events: readonly IntegrationEvent[]): IntegrationEvent[] {
  const eventOf = new Map<number, IntegrationEvent>();
  for (const event of events) for (const position of event.own) eventOf.set(position, event);
  const first = firstLandings(graph, eventOf);
  const isCopy = (position: number, event: IntegrationEvent): boolean => {
    const commit = commitAt(graph, position);
    const source = commit.facts.cherryPickedFrom;
    const picked = source === null ? undefined : eventOf.get(graph.positionOf(source));
    if (picked !== undefined && picked !== event) return true;
    const original = first(commit);
    if (original === null || eventOf.get(original) === event) return false;
    return commit.landed - commitAt(graph, original).landed > SAME_MOMENT_SECONDS;
  };
  const kept: IntegrationEvent[] = [];
  for (const event of events) {
    const own = event.own.filter(position => !isCopy(position, event));
    if (own.length === event.own.length) kept.push(event);
    else if (own.length > 0) kept.push({ ...event, own });
  }
  return kept;
}

/** For each commit that names a request or ticket: the position of the one that landed first among its twins. */
function firstLandings(
  graph: HistoryGraph,
  integrated: ReadonlyMap<number, unknown>,
): (commit: Commit) => number | null {
  /** By writing time; several positions where commits of different changes were written in one second. */
  const byTime = new Map<number, number[]>();
  for (const position of integrated.keys()) {
    const { written, facts } = commitAt(graph, position);
    if (facts.number === null && facts.titleKeys.length === 0) continue;
    const known = byTime.get(written);
    if (known === undefined) byTime.set(written, [position]);
    else known.push(position);
  }
  return commit => {
    const twins = byTime.get(commit.written)?.filter(position => isTwin(commitAt(graph, position), commit)) ?? [];
    const [one, ...others] = twins;
    if (one === undefined) return null;
    return others.reduce((a, b) => (landsBefore(commitAt(graph, b), commitAt(graph, a)) ? b : a), one);
  };
}

function isTwin(a: Commit, b: Commit): boolean {
  const [first, second] = [a.facts, b.facts];
  return (
    first.number === second.number &&
    first.titleKeys.length === second.titleKeys.length &&
    first.titleKeys.every((key, index) => key === second.titleKeys[index])
  );
}

function landsBefore(a: Commit, b: Commit): boolean {
  return a.landed < b.landed || (a.landed === b.landed && a.hash < b.hash);
}
