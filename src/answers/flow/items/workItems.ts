import type { Commit } from '../../../model/commit.ts';
import type { TeamFile } from '../../../model/epic.ts';
import type { TagFacts } from '../../../model/ports/gitPort.ts';
import type { KeyRules } from '../../../model/text/ticketKeys.ts';
import type { Ticket } from '../../../model/ticket.ts';
import type { DeployedChange, Deployment, WorkItem, WorkType } from '../../../model/work.ts';
import { changesOf } from './changes.ts';
import { findTwins } from './copies.ts';
import { deployedBy } from './deployedBy.ts';
import {
  deployedChanges,
  deployedCommits,
  deploymentId,
  deploymentsOf,
  type Deployed,
  type DeploymentContext,
} from './deployments.ts';
import { buildHistoryGraph, commitAt, type HistoryGraph } from './historyGraph.ts';
import { integrationHistory } from './integrationEvents.ts';
import { landingsOf } from './landings.ts';
import { ancestorsOf } from './reach.ts';
import { releasesOf } from './releases.ts';
import { revertLinks } from './revertLinks.ts';
import { revertKind, revertStates } from './reverts.ts';
import { groupingKeys, ticketProjects } from './ticketPrefixes.ts';
import { isHotfix, ownPositions, workItemOf, type EpicOfKey } from './workItem.ts';

/** What decides about work items, beside the history. */
export interface WorkContext {
  readonly rules: KeyRules;
  /** The epic file that has or lists a ticket or epic key, with the epic's work type where it states one. */
  readonly epics: ReadonlyMap<string, EpicOfKey>;
  /** By key; empty without a tracker. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** The team's own words for kinds of work, lower case: ticket types, labels, conventional-commit types. */
  readonly conventions: Readonly<Record<string, WorkType>>;
  readonly tags: readonly TagFacts[];
  readonly releases: TeamFile['releases'];
  /** Epoch seconds. */
  readonly now: number;
}

export interface WorkSource extends WorkContext {
  /** Commits of main and of release tags in any order; git's own is newest first. */
  readonly commits: readonly Commit[];
  /** Full hash of main's newest commit. */
  readonly tip: string;
  readonly shallow: boolean;
}

export interface WorkItems {
  /** By the time they landed. */
  readonly items: readonly WorkItem[];
  /** Hashes of each item's commits, merges left out; for the identity gate, never for display. */
  readonly commitsOf: ReadonlyMap<string, readonly string[]>;
  /** Hashes of each item's commits on main, merges included, newest last: for sizes, and to open an item. */
  readonly landedOf: ReadonlyMap<string, readonly string[]>;
  /** By time. */
  readonly deployments: readonly Deployment[];
  /** Commits of main and of release lines that went live with a deployment whose content is known. */
  readonly changes: readonly DeployedChange[];
  /** Ids of items that are in no deployment yet, of those that landed since there are deployments. */
  readonly waiting: readonly string[];
  /** Project keys whose tickets may hold work together. */
  readonly projects: ReadonlySet<string>;
  /** Epoch seconds of main's merges that are no items: they brought a branch up to date, or another line forward. */
  readonly syncMerges: readonly number[];
  readonly forwardMerges: readonly number[];
  /** Epoch seconds before which nothing is known; null when the history is whole. */
  readonly knownSince: number | null;
}

/** Reads a history as work items. The same commits in another order give the same items with the same ids. */
export function buildWorkItems(source: WorkSource): WorkItems {
  return workItemsOf(buildHistoryGraph(source.commits, source.tip, source.shallow), source);
}

/** The same from a graph: commits of main, whose newest is its tip, and of release tags. */
export function workItemsOf(graph: HistoryGraph, source: WorkContext): WorkItems {
  const { now } = source;
  const onMain = ancestorsOf(graph, graph.tip);
  const history = integrationHistory(graph, onMain);
  const projects = ticketProjects(graph, onMain, source.rules);
  const mayGroup = groupingKeys(projects);
  const twinsOf = findTwins(graph, onMain);
  const changes = changesOf(graph, landingsOf(graph, history.events, twinsOf, mayGroup));

  const links = revertLinks({ graph, twinsOf, mayGroup, changes });
  const states = revertStates(
    changes.map(change => revertKind(graph, change)),
    links,
  );
  const releases = releasesOf(graph, source.tags, source.releases, now);
  const deployed = deployedBy(graph, releases);
  const context: DeploymentContext = { graph, twinsOf, changes, releases, deployed, idOf: itemId };
  const live = deployedChanges(context);

  const ids = changes.map((_, index) => itemId(index));
  const began = releases[0]?.at ?? Infinity;
  const items = changes.map((change, index): WorkItem => {
    const { reverts, takesBack, reverted } = states[index] ?? NO_REVERT;
    const item = workItemOf(graph, change, { ...source, takesBack });
    return {
      ...item,
      id: itemId(index),
      reverts: reverts === null ? null : itemId(reverts),
      reverted,
      deployment: deploymentOf(live[index]),
    };
  });
  return {
    items,
    commitsOf: new Map(changes.map((change, index) => [itemId(index), hashesOf(ownPositions(change))])),
    landedOf: new Map(changes.map(({ events }, index) => [itemId(index), hashesOf(events.map(({ at }) => at))])),
    deployments: deploymentsOf(context, live, index => hotfix(index)),
    changes: deployedCommits(context, now),
    waiting: ids.filter((_, index) => live[index] === 'waiting' && (changes[index]?.end ?? 0) >= began),
    projects,
    syncMerges: history.syncMerges,
    forwardMerges: history.forwardMerges,
    knownSince: history.knownSince,
  };

  function hashesOf(positions: readonly number[]): string[] {
    return positions.map(position => commitAt(graph, position).hash);
  }

  function hotfix(index: number): boolean {
    const change = changes[index];
    return source.releases.hotfix === null && change !== undefined && isHotfix(graph, change, source.tickets);
  }
}

const NO_REVERT = { reverts: null, takesBack: false, reverted: null };

function itemId(index: number): string {
  return `w${index + 1}`;
}

function deploymentOf(live: Deployed | undefined): string | null {
  return typeof live === 'number' ? deploymentId(live) : null;
}
