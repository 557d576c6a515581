import type { Commit } from '../../../model/commit.ts';
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
    if (picked !== undefined && picked !== event)
      return !landsBefore(commit, commitAt(graph, graph.positionOf(source ?? '')));
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
  const earliest = new Map<string, number>();
  for (const position of integrated.keys()) {
    const commit = commitAt(graph, position);
    if (commit.facts.number === null && commit.facts.titleKeys.length === 0) continue;
    const identity = identityOf(commit);
    const known = earliest.get(identity);
    if (known === undefined || landsBefore(commit, commitAt(graph, known))) earliest.set(identity, position);
  }
  return commit => earliest.get(identityOf(commit)) ?? null;
}

/** What twins have in common: the second they were written, and what they name. */
function identityOf({ written, facts }: Commit): string {
  return `${written} ${facts.number ?? ''} ${facts.titleKeys.join(' ')}`;
}

function landsBefore(a: Commit, b: Commit): boolean {
  return a.landed < b.landed || (a.landed === b.landed && a.hash < b.hash);
}
