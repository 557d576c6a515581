import type { Commit } from '../../../model/commit.ts';
import type { KeyRules } from '../../../model/text/ticketKeys.ts';
import type { ItemFlag, ItemRule, WorkItem, WorkType } from '../../../model/work.ts';
import { buildHistoryGraph, commitAt, type HistoryGraph } from './historyGraph.ts';
import { integrationHistory } from './integrationEvents.ts';
import { landingsOf, type Landing } from './landings.ts';
import { startOfWork } from './startOfWork.ts';
import { groupingKeys } from './ticketPrefixes.ts';
import { workTypeOf } from './workType.ts';

/** Longer pauses between two landings of one ticket make two items: umbrella tickets would never end otherwise. */
const EPISODE_SECONDS = 28 * 86_400;

export interface WorkSource {
  /** Main's commits in any order; git's own is newest first. */
  readonly commits: readonly Commit[];
  /** Full hash of main's newest commit. */
  readonly tip: string;
  readonly rules: KeyRules;
  /** Tickets that belong to an epic file, with the epic's work type where it states one. */
  readonly epics: ReadonlyMap<string, WorkType | null>;
  /** Epoch seconds. */
  readonly now: number;
  readonly shallow: boolean;
}

export interface WorkItems {
  /** By the time they landed. */
  readonly items: readonly WorkItem[];
  /** Hashes of each item's commits, merges left out; for the identity gate, never for display. */
  readonly commitsOf: ReadonlyMap<string, readonly string[]>;
  /** Epoch seconds of main's merges that are no items: they brought a branch up to date, or another line forward. */
  readonly syncMerges: readonly number[];
  readonly forwardMerges: readonly number[];
  /** Epoch seconds before which nothing is known; null when the history is whole. */
  readonly knownSince: number | null;
  readonly commitsRead: number;
}

/** Reads a history as work items. The same commits in another order give the same items with the same ids. */
export function buildWorkItems(source: WorkSource): WorkItems {
  const { commits, rules, now, epics } = source;
  const graph = buildHistoryGraph(commits, source.tip, source.shallow);
  const history = integrationHistory(graph);
  const landings = landingsOf(graph, history.events, groupingKeys(commits, rules));
  const changes = byIdentity(landings).flatMap(episodesOf);
  const found = changes.map(change => itemOf(graph, change, now, epics));
  found.sort((a, b) => a.item.end - b.item.end || (a.landedAs < b.landedAs ? -1 : 1));
  const items: WorkItem[] = [];
  const commitsOf = new Map<string, readonly string[]>();
  for (const { item, hashes } of found) {
    const id = `w${items.length + 1}`;
    items.push({ ...item, id });
    commitsOf.set(id, hashes);
  }
  const { syncMerges, forwardMerges, knownSince } = history;
  return { items, commitsOf, syncMerges, forwardMerges, knownSince, commitsRead: commits.length };
}

/** The landings of one item; `episode` when its ticket had others at another time. */
interface Change {
  readonly landings: readonly Landing[];
  readonly episode: boolean;
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

function episodesOf(landings: readonly Landing[]): Change[] {
  const episodes: Landing[][] = [];
  for (const landing of landings.toSorted((a, b) => a.landed - b.landed)) {
    const running = episodes.at(-1);
    const last = running?.at(-1);
    if (running === undefined || last === undefined || landing.landed - last.landed > EPISODE_SECONDS)
      episodes.push([landing]);
    else running.push(landing);
  }
  return episodes.map(episode => ({ landings: episode, episode: episodes.length > 1 }));
}

interface Found {
  readonly item: WorkItem;
  readonly hashes: readonly string[];
  /** Hash of the commit on main: only to order items that landed in the same second. */
  readonly landedAs: string;
}

function itemOf(graph: HistoryGraph, change: Change, now: number, epics: WorkSource['epics']): Found {
  const { landings } = change;
  const events = landings.flatMap(landing => landing.events);
  const landed = events.map(({ at }) => commitAt(graph, at));
  const own = events.flatMap(event => event.own).map(position => commitAt(graph, position));
  const last = landed.reduce((a, b) => (b.landed > a.landed || (b.landed === a.landed && b.hash > a.hash) ? b : a));
  const ticket = landings[0]?.ticket ?? null;
  const begun = startOfWork(graph, landings, last.landed, now);
  const messages = landed.map(({ facts }) => facts);
  const ownMessages = own.map(({ facts }) => facts);
  const rule = ruleOf(landings);
  const flags = new Set<ItemFlag>(begun.flags);
  if (events.some(({ forwarded }) => forwarded)) flags.add('forwarded');
  if (change.episode) flags.add('episode');
  if (ticket === null && (rule === 'trunkSingle' || rule === 'landingBatch')) flags.add('ungrouped');
  if (messages.every(({ revert }) => revert?.reapply === false)) flags.add('revert');
  return {
    item: {
      id: '',
      ticket,
      number: last.facts.number,
      rule,
      type: workTypeOf(ticket === null ? null : (epics.get(ticket) ?? null), messages, ownMessages),
      start: begun.start,
      startQuality: begun.quality,
      end: last.landed,
      commits: own.length,
      automated: ownMessages.length > 0 && ownMessages.every(({ looksAutomated }) => looksAutomated),
      flags: [...flags].sort(),
    },
    hashes: (own.length > 0 ? own : landed).map(({ hash }) => hash),
    landedAs: last.hash,
  };
}

/** Of an item with several landings: the rule that tells most about its start. */
function ruleOf(landings: readonly Landing[]): ItemRule {
  const rules = new Set(landings.map(({ rule }) => rule));
  if (rules.has('merge')) return 'merge';
  if (rules.has('squash')) return 'squash';
  if (landings.length === 1 && rules.has('landingBatch')) return 'landingBatch';
  return landings[0]?.ticket === null ? 'trunkSingle' : 'trunkByTicket';
}
