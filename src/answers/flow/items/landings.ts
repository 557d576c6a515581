import type { ItemRule } from '../../../model/work.ts';
import { isCertainRevert } from '../../../model/text/commitMessage.ts';
import { withoutCopies, type Twins } from './copies.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';

/** Commits that a rebase-merge or one push put on the line follow each other within this many seconds. */
const BATCH_SECONDS = 5;

/** What landed in one moment: a merge, a squashed request, one commit, or several commits of one push. */
export interface Landing {
  readonly events: readonly IntegrationEvent[];
  readonly rule: ItemRule;
  readonly ticket: string | null;
  readonly number: number | null;
  /** Epoch seconds of the last commit on the line. */
  readonly landed: number;
}

/** Groups the events of a history into landings. Copies of a change that landed before are left out. */
export function landingsOf(
  graph: HistoryGraph,
  events: readonly IntegrationEvent[],
  twinsOf: Twins,
  mayGroup: (key: string) => boolean,
): Landing[] {
  const landings: Landing[] = [];
  const ticket = (event: IntegrationEvent): string | null => ticketOf(graph, event, mayGroup);
  const landing = (members: readonly IntegrationEvent[], rule: ItemRule, key: string | null): void => {
    const last = members.map(({ at }) => commitAt(graph, at)).reduce((a, b) => (b.landed >= a.landed ? b : a));
    landings.push({ events: members, rule, ticket: key, number: last.facts.number, landed: last.landed });
  };
  for (const batch of batches(graph, withoutCopies(events, twinsOf))) {
    const [first] = batch;
    if (first === undefined) continue;
    const tickets = new Map(batch.map(event => [event, ticket(event)]));
    const named = new Set([...tickets.values()].filter(key => key !== null));
    if (first.merge) landing(batch, 'merge', tickets.get(first) ?? null);
    else if (commitAt(graph, first.at).facts.number !== null) landing(batch, 'squash', tickets.get(first) ?? null);
    else if (named.size <= 1) landing(batch, ruleOf(batch), [...named][0] ?? null);
    else {
      // One push with several tickets: each gets its own commits, the rest stay together.
      for (const key of [...named, null]) {
        const members = batch.filter(event => tickets.get(event) === key);
        if (members.length > 0) landing(members, ruleOf(members), key);
      }
    }
  }
  return landings;
}

function ruleOf(batch: readonly IntegrationEvent[]): ItemRule {
  return batch.length > 1 ? 'landingBatch' : 'trunkSingle';
}

/** Runs of single commits on one line that landed within seconds; everything else stands alone. */
function batches(graph: HistoryGraph, events: readonly IntegrationEvent[]): Iterable<readonly IntegrationEvent[]> {
  const all: IntegrationEvent[][] = [];
  /** The batch that a commit may be joined to by the next commit of its line. */
  const open = new Map<number, IntegrationEvent[]>();
  for (const event of events) {
    const commit = commitAt(graph, event.at);
    const mayJoin = !event.merge && commit.facts.number === null && commit.facts.revert === null;
    const [parent = -1] = graph.parentsOf(event.at);
    const before = mayJoin ? open.get(parent) : undefined;
    const near = parent >= 0 && Math.abs(commit.landed - commitAt(graph, parent).landed) <= BATCH_SECONDS;
    const batch = before !== undefined && near && before[0]?.line === event.line ? before : [];
    if (batch.length === 0) all.push(batch);
    batch.push(event);
    if (mayJoin) open.set(event.at, batch);
  }
  return all;
}

/**
 * The event's ticket: its own title (branch included), what it closes, then what its commits name most often. What takes
 * the ticket's work back, or brings it back, is no part of it: a merge of nothing but reverts has none, as a squashed
 * revert has none.
 */
function ticketOf(graph: HistoryGraph, event: IntegrationEvent, mayGroup: (key: string) => boolean): string | null {
  const { facts } = commitAt(graph, event.at);
  const own = event.own.map(position => commitAt(graph, position).facts);
  if (event.merge && own.length > 0 && own.every(isCertainRevert)) return null;
  const direct = [...facts.titleKeys, ...facts.closes].find(mayGroup);
  if (direct !== undefined || !event.merge) return direct ?? null;
  return (
    mostFrequent(own.flatMap(({ closes }) => closes.filter(mayGroup))) ??
    mostFrequent(own.flatMap(({ titleKeys }) => titleKeys.filter(mayGroup).slice(0, 1)))
  );
}

/** Ties go to the key that sorts first, so that the order of commits does not matter. */
function mostFrequent(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best: string | null = null;
  let most = 0;
  for (const [key, count] of counts) {
    if (count > most || (count === most && best !== null && key < best)) [best, most] = [key, count];
  }
  return best;
}
