import type { Deployment, WorkItem } from '../../../model/work.ts';
import type { FlowInput } from '../metric.ts';
import { TOLERATED_SKEW_SECONDS } from '../items/startOfWork.ts';

/** Something of an item that went live in the window. */
export interface Deployed {
  readonly item: WorkItem;
  readonly deployment: Deployment;
  /** Up to the deployment; never below 0. */
  readonly seconds: number;
  /** Its times contradict each other. */
  readonly skewed: boolean;
}

export interface DeployedCommit extends Deployed {
  /** Its writing is lost: the time counts from landing. */
  readonly fromLanding: boolean;
}

/** The deployments of the window of which is known what they hold. */
export function deploymentsInside({ deployments, isInside }: FlowInput): ReadonlyMap<string, Deployment> {
  const inside = deployments.filter(({ first, at }) => !first && isInside(at));
  return new Map(inside.map(deployment => [deployment.id, deployment]));
}

/** Commits from writing to deployment. Those of no item are left out: nobody could say whose they are. */
export function liveCommits(input: FlowInput, deployments: ReadonlyMap<string, Deployment>): DeployedCommit[] {
  const items = new Map(input.items.map(item => [item.id, item]));
  return input.changes.flatMap(({ item: id, written, fromLanding, deployment: held }) => {
    const item = id === null ? undefined : items.get(id);
    const deployment = deployments.get(held);
    if (item === undefined || deployment === undefined || !isOfType(item, input)) return [];
    const skewed = written - Math.min(item.end, deployment.at) > TOLERATED_SKEW_SECONDS;
    return [{ item, deployment, seconds: Math.max(0, deployment.at - written), skewed, fromLanding }];
  });
}

/** Items from landing to deployment. */
export function deployedItems(input: FlowInput, deployments: ReadonlyMap<string, Deployment>): Deployed[] {
  return input.items.flatMap(item => {
    const deployment = deployments.get(item.deployment ?? '');
    if (deployment === undefined || !isOfType(item, input)) return [];
    const seconds = deployment.at - item.end;
    return [{ item, deployment, seconds: Math.max(0, seconds), skewed: seconds < -TOLERATED_SKEW_SECONDS }];
  });
}

/** Items that had landed and were in no deployment at an instant (epoch seconds). */
export function waitingItems(input: FlowInput, at: number): WorkItem[] {
  const later = new Set(input.deployments.filter(deployment => deployment.at > at).map(({ id }) => id));
  const isWaiting = ({ id, deployment }: WorkItem): boolean =>
    deployment === null ? input.waiting.has(id) : later.has(deployment);
  return input.items.filter(item => item.end <= at && isWaiting(item) && isOfType(item, input));
}

function isOfType(item: WorkItem, { type }: FlowInput): boolean {
  return type === null || item.type === type;
}
