import { deploymentFrequencyMetric } from '../../src/answers/flow/metrics/deployments.ts';
import { nearestRank } from '../../src/answers/flow/statistics/percentile.ts';
import type { RepositoryPort } from '../../src/model/ports/gitPort.ts';
import type { Deployment } from '../../src/model/work.ts';
import type { Check } from './check.ts';
import { measure, readAt } from './reading.ts';

const QUICK_SECONDS = 7 * 86_400;

/** METRICS P35: release tags. The lead times are of all commits, of items or not. */
export async function jirametrics(repository: RepositoryPort, commit: string): Promise<Check[]> {
  const { work, input } = await readAt(repository, commit);
  const { deployments, changes } = work;
  const deployedAt = new Map(deployments.map(({ id, at }) => [id, at]));
  const leads = changes
    .map(({ deployment, written }) => (deployedAt.get(deployment) ?? NaN) - written)
    .sort((a, b) => a - b);
  const { between, series } = measure(deploymentFrequencyMetric, input(work.items, null));
  return [
    { what: 'release tags', value: deployments.length, reference: 49 },
    {
      what: 'between releases P50/85, s',
      value: join(between?.percentiles.map(one => one.seconds)),
      reference: '876635/2715172',
    },
    { what: 'commits deployed', value: changes.length, reference: 1210 },
    { what: 'deployed before they were written', value: leads.filter(lead => lead < 0).length, reference: 0 },
    { what: 'deployments of nothing new', value: deployments.filter(({ empty }) => empty).length, reference: 2 },
    {
      what: 'lead time P50/85/95, s',
      value: join([50, 85, 95].map(percent => nearestRank(leads, percent))),
      reference: '341252/1234961/2667933',
    },
    { what: 'releases x.y.z with z > 0', value: deployments.filter(one => patchOf(one) > 0).length, reference: 13 },
    { what: 'patches within 7 days', value: deployments.filter(one => isQuick(one, deployments)).length, reference: 7 },
    {
      what: 'weeks with a release',
      value: series.points.filter(({ value }) => (value ?? 0) > 0).length,
      reference: 37,
    },
  ];
}

function patchOf({ version }: Deployment): number {
  return Number(version.split('.')[2] ?? 0);
}

/** x.y.z+1 that came within seven days of x.y.z. */
function isQuick(patch: Deployment, deployments: readonly Deployment[]): boolean {
  const lineOf = ({ version }: Deployment): string => version.split('.').slice(0, 2).join('.');
  return deployments.some(
    one =>
      lineOf(one) === lineOf(patch) &&
      patchOf(one) + 1 === patchOf(patch) &&
      patch.at >= one.at &&
      patch.at - one.at <= QUICK_SECONDS,
  );
}

function join(values: readonly (number | null)[] = []): string {
  return values.join('/');
}
