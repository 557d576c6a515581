import type { DeploymentFailure } from '../../../model/flow/failures.ts';
import type { Deployment, WorkItem } from '../../../model/work.ts';

const DAY = 86_400;
/** A failure that shows later than this is not laid at the deployment's door. */
const FAILURE_SECONDS = 14 * DAY;
const QUICK_PATCH_SECONDS = 7 * DAY;
const ABORTED_SECONDS = 600;

/**
 * Which deployments failed and what mended them, by deployment. A failure is told by what git holds: reverts, hotfixes
 * and quick patches (METRICS F4 to F6); incidents that left no trace there are not in it. `deployments` by time, `now` in
 * epoch seconds.
 */
export function deploymentFailures(
  items: readonly WorkItem[],
  deployments: readonly Deployment[],
  now: number,
): ReadonlyMap<string, DeploymentFailure> {
  const itemOf = new Map(items.map(item => [item.id, item]));
  const contentOf = ({ items: ids }: Deployment): WorkItem[] => ids.flatMap(id => itemOf.get(id) ?? []);
  const neighbours = neighboursOf(deployments);
  const fixes = new Map<string, (string | null)[]>();
  for (const { failed, fixedBy } of [...reverted(items, deployments, contentOf), ...hotfixed(neighbours)]) {
    const known = fixes.get(failed);
    if (known === undefined) fixes.set(failed, [fixedBy]);
    else known.push(fixedBy);
  }
  const mending = new Set([...fixes.values()].flat());
  const patches = new Map<string, string>();
  for (const { deployment, patched } of neighbours) {
    if (patched === null || patches.has(patched.id) || deployment.at - patched.at > QUICK_PATCH_SECONDS) continue;
    if (isMostlyFixes(contentOf(deployment))) patches.set(patched.id, deployment.id);
  }
  const firstOf = (ids: readonly (string | null)[]): string | null =>
    deployments.find(({ id }) => ids.includes(id))?.id ?? null;

  return new Map(
    deployments.map((deployment): [string, DeploymentFailure] => {
      const { id } = deployment;
      const confirmed = fixes.get(id);
      const patch = patches.get(id) ?? null;
      return [
        id,
        {
          failed: confirmed !== undefined ? 'confirmed' : patch === null ? null : 'suspected',
          fixedBy: confirmed === undefined ? patch : firstOf(confirmed),
          rework: mending.has(id) && (deployment.hotfix || isMostlyFixes(contentOf(deployment))),
          immature: now - deployment.at < FAILURE_SECONDS,
        },
      ];
    }),
  );
}

/** A failed deployment, and one that mended it; null while nothing did. Both are ids. */
interface Fix {
  readonly failed: string;
  readonly fixedBy: string | null;
}

/** Deployments with an item that was taken back after them. */
function reverted(
  items: readonly WorkItem[],
  deployments: readonly Deployment[],
  contentOf: (deployment: Deployment) => readonly WorkItem[],
): Fix[] {
  const revertsOf = new Map<string, WorkItem[]>();
  for (const item of items) {
    if (item.reverts === null) continue;
    const known = revertsOf.get(item.reverts);
    if (known === undefined) revertsOf.set(item.reverts, [item]);
    else known.push(item);
  }
  return deployments.flatMap(deployment =>
    contentOf(deployment)
      .flatMap(({ id }) => revertsOf.get(id) ?? [])
      .filter(({ end, deployment: fixedBy }) => {
        const after = end - deployment.at;
        return after > 0 && after <= FAILURE_SECONDS && fixedBy !== deployment.id;
      })
      .map(revert => ({ failed: deployment.id, fixedBy: revert.deployment })),
  );
}

function hotfixed(neighbours: readonly Neighbours[]): Fix[] {
  return neighbours.flatMap(({ deployment, before }) =>
    before !== null && deployment.hotfix && deployment.at - before.at <= FAILURE_SECONDS
      ? [{ failed: before.id, fixedBy: deployment.id }]
      : [],
  );
}

/** The item was taken back within ten minutes, before anybody could have got it: an aborted landing, no failure. */
export function isAbortedLanding(item: WorkItem, deployments: readonly Deployment[]): boolean {
  const { end, reverted } = item;
  if (reverted === null || reverted.at - end > ABORTED_SECONDS) return false;
  return !deployments.some(({ at }) => at >= end && at < reverted.at);
}

/** A fix, by more than its words, or a revert. */
function isFix(item: WorkItem): boolean {
  return item.flags.includes('revert') || (item.type === 'defect' && isTypeKnown(item));
}

/** More than a word in a title tells what kind of work it is. */
export function isTypeKnown({ type, typeTier }: WorkItem): boolean {
  return type !== 'unknown' && typeTier !== 'keyword';
}

function isMostlyFixes(items: readonly WorkItem[]): boolean {
  return items.length > 0 && items.filter(isFix).length * 2 >= items.length;
}

interface Neighbours {
  readonly deployment: Deployment;
  /** The latest one before it on its x.y line, or else of its stream: what a hotfix mends. */
  readonly before: Deployment | null;
  /** Version x.y.z when it is x.y.z+1. */
  readonly patched: Deployment | null;
}

function neighboursOf(deployments: readonly Deployment[]): Neighbours[] {
  const latest = new Map<string, Deployment>();
  const versions = new Map<string, Deployment>();
  return deployments.map(deployment => {
    const { stream } = deployment;
    const parts = deployment.version.split('.').map(Number);
    const [major = 0, minor = 0, patch] = parts;
    const line = `${stream} ${major}.${minor}`;
    const before = latest.get(line) ?? latest.get(`${stream}`) ?? null;
    // 1.2.3.1 is the patch of 1.2.3, if of anything, and not what came after 1.2.2.
    const patched = patch === undefined || parts.length > 3 ? undefined : versions.get(`${line} ${patch - 1}`);
    latest.set(line, deployment).set(`${stream}`, deployment);
    if (parts.length <= 3) versions.set(`${line} ${patch ?? 0}`, deployment);
    return { deployment, before, patched: patched ?? null };
  });
}
