import type { Commit } from '../../../model/commit.ts';
import type { DeployedChange, Deployment } from '../../../model/work.ts';
import type { Change } from './changes.ts';
import type { Twins } from './copies.ts';
import type { DeployedBy } from './deployedBy.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { IntegrationEvent } from './integrationEvents.ts';
import type { Release } from './releases.ts';
import { isBelievable, SAME_MOMENT_SECONDS } from './startOfWork.ts';

/** What is needed to tell what was deployed when. `changes` by the time they ended. */
export interface DeploymentContext {
  readonly graph: HistoryGraph;
  readonly twinsOf: Twins;
  readonly changes: readonly Change[];
  /** By time. */
  readonly releases: readonly Release[];
  readonly deployed: DeployedBy;
  readonly idOf: (change: number) => string;
}

/** Place of the release that a change went live with; 'waiting': in none yet; 'unknown': only in a stream's first one. */
export type Deployed = number | 'waiting' | 'unknown';

export function deploymentId(release: number): string {
  return `d${release + 1}`;
}

/** When each change went live: with the first release that holds all of its landings, or copies of them. */
export function deployedChanges(context: DeploymentContext): Deployed[] {
  return context.changes.map(({ events }) => events.map(event => deployedEvent(context, event)).reduce(later));
}

/** `isHotfix` tells which changes mend something that is live: a release that is mostly such is a hotfix too. */
export function deploymentsOf(
  context: DeploymentContext,
  deployed: readonly Deployed[],
  isHotfix: (change: number) => boolean,
): Deployment[] {
  const items = context.releases.map((): string[] => []);
  const hotfixes = context.releases.map(() => 0);
  deployed.forEach((release, change) => {
    if (typeof release !== 'number') return;
    items[release]?.push(context.idOf(change));
    if (isHotfix(change)) hotfixes[release] = (hotfixes[release] ?? 0) + 1;
  });
  return context.releases.map(({ version, stream, at, first, hotfix }, index) => ({
    id: deploymentId(index),
    version,
    stream,
    at,
    first,
    hotfix: hotfix || isMost(hotfixes[index] ?? 0, items[index]?.length ?? 0),
    items: items[index] ?? [],
    empty: context.deployed.sizes[index] === 0,
  }));
}

function isMost(part: number, whole: number): boolean {
  return part > 0 && part * 2 >= whole;
}

/** Commits from writing to production, each change once: by the first release that held it or a copy of it. */
export function deployedCommits(context: DeploymentContext, now: number): DeployedChange[] {
  const { graph, twinsOf, changes, deployed } = context;
  if (context.releases.length === 0) return [];
  const changeOf = new Int32Array(graph.commits.length).fill(-1);
  changes.forEach(({ events }, index) => {
    for (const { own } of events) for (const position of own) changeOf[position] = index;
  });
  const found: { change: DeployedChange; holder: number; hash: string }[] = [];
  for (let position = 0; position < graph.commits.length; position++) {
    const holder = deployed.holder(position);
    if (holder < 0 || graph.parentsOf(position).length > 1) continue;
    const twins = twinsOf(position) ?? [position];
    const { hash, written } = commitAt(graph, position);
    if (!isBelievable(written, now) || twins.some(twin => isEarlier(deployed, twin, position, twins))) continue;
    const owner = twins.find(twin => (changeOf[twin] ?? -1) >= 0);
    const change: DeployedChange = {
      item: owner === undefined ? null : context.idOf(changeOf[owner] ?? -1),
      written,
      // A cherry-pick of a squash keeps the time at which that landed.
      fromLanding: twins.some(twin => isSquashedAtOnce(commitAt(graph, twin))),
      deployment: deploymentId(holder),
    };
    found.push({ change, holder, hash });
  }
  found.sort((a, b) => a.holder - b.holder || a.change.written - b.change.written || (a.hash < b.hash ? -1 : 1));
  return found.map(({ change }) => change);
}

function isSquashedAtOnce({ landed, written, facts }: Commit): boolean {
  return facts.squash && Math.abs(landed - written) <= SAME_MOMENT_SECONDS;
}

/** The twin went live before this one, or with it and stands before it. */
function isEarlier(deployed: DeployedBy, twin: number, position: number, twins: readonly number[]): boolean {
  if (twin === position) return false;
  const [holder, own] = [deployed.holder(twin), deployed.holder(position)];
  if (holder < 0) return deployed.isOfFirst(twin);
  return holder < own || (holder === own && twins.indexOf(twin) < twins.indexOf(position));
}

function deployedEvent(context: DeploymentContext, event: IntegrationEvent): Deployed {
  const { graph, deployed } = context;
  const { landed } = commitAt(graph, event.at);
  const holder = deployed.holder(event.at);
  const whole: Deployed = holder >= 0 ? holder : deployed.isOfFirst(event.at) ? 'unknown' : 'waiting';
  const parts = event.own.map(position => deployedCommit(context, position, landed));
  return parts.length === 0 ? whole : earlier(whole, parts.reduce(later));
}

/** A copy that went live before the change landed on main is no deployment of it: its work was still going on. */
function deployedCommit(
  { twinsOf, releases, deployed }: DeploymentContext,
  position: number,
  landed: number,
): Deployed {
  let best: Deployed = 'waiting';
  for (const twin of twinsOf(position) ?? [position]) {
    const holder = deployed.holder(twin);
    const counts = holder >= 0 && (twin === position || (releases[holder]?.at ?? 0) >= landed);
    const here: Deployed = counts ? holder : holder < 0 && deployed.isOfFirst(twin) ? 'unknown' : 'waiting';
    best = earlier(best, here);
  }
  return best;
}

/** Of two ways into production the one that is known, and earlier. */
function earlier(a: Deployed, b: Deployed): Deployed {
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  return a === 'unknown' ? a : b;
}

/** Of two parts that must both be live: the last one counts. */
function later(a: Deployed, b: Deployed): Deployed {
  if (a === 'waiting' || b === 'waiting') return 'waiting';
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  return typeof a === 'number' ? a : b;
}
