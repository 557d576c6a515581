import type { ClusterOfType, Clusters } from '../../../model/flow/clusters.ts';
import type { Share } from '../../../model/flow/share.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import { WORK_TYPES, type WorkItem, type WorkType } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { hiddenCells } from '../people/suppression.ts';
import { fisherExact } from '../statistics/fisher.ts';
import { holm } from '../statistics/holm.ts';
import { wilson } from '../../statistics/proportion.ts';
import { shareOf } from '../../statistics/share.ts';
import { maturedOf, wasReverted } from './reverts.ts';

const FAILURE_SECONDS = 14 * 86_400;
const SIGNIFICANT = 0.05;
const LEAST_RISK_RATIO = 1.5;
const LEAST_FAILURES = 5;

/**
 * Whether failures cluster around work types: each type against the rest, Fisher's exact test adjusted by Holm. A type is
 * clustered only with an adjusted p below 0.05, 1.5 times the share elsewhere or more, and at least 5 failures in all.
 * The work type that was asked for does not narrow it.
 */
export const clusters: Metric<Clusters> = (input, ask) => {
  const matured = maturedOf(
    input.items.filter(({ end }) => input.isInside(end)),
    input.now,
  );
  const cell = ask(matured);
  const types = WORK_TYPES.filter(type => matured.some(item => item.type === type));
  const cells = types.map(type => ask(matured.filter(item => item.type === type)));
  const hasFailed = failureTest(input);
  return gate => {
    const cohort = matured.filter(item => !gate.isAutomated(item));
    const failed = cohort.filter(hasFailed);
    const counts = types.map(type => cohort.filter(item => item.type === type).length);
    const hidden = hiddenCells(counts.map((count, at) => ({ count, passes: gate.passes(cells[at] ?? -1) })));
    const withheld = withheldOf(cohort.length, gate.passes(cell), gate);
    const rows = withheld === null ? tested(types, hidden, cohort, failed) : [];
    return {
      withheld,
      failures: withheld === null ? shareOf(failed.length, cohort.length) : shareOf(0, 0),
      clustered: rows.filter(row => isClustered(row, failed)).map(({ type }) => type),
      types: rows,
    };
  };
};

/** Taken back, or what made a confirmed failed deployment fail: taken back soon after it, or all that it brought. */
function failureTest(input: FlowInput): (item: WorkItem) => boolean {
  const { failures } = input;
  const deployments = new Map(input.deployments.map(deployment => [deployment.id, deployment]));
  return item => {
    if (wasReverted(item, input)) return true;
    const deployment = deployments.get(item.deployment ?? '');
    if (deployment === undefined || failures.get(deployment.id)?.failed !== 'confirmed') return false;
    const after = (item.reverted?.at ?? Infinity) - deployment.at;
    return (after > 0 && after <= FAILURE_SECONDS) || deployment.items.length === 1;
  };
}

function withheldOf(landed: number, passes: boolean, { solo }: Gate): Withheld | null {
  if (solo) return { code: 'solo' };
  if (landed === 0) return { code: 'nothing', what: 'landedItems' };
  return passes ? null : { code: 'people' };
}

/** Rows of the shown types, what stands out most first, hidden ones last. An unknown type is counted and not tested. */
function tested(
  types: readonly WorkType[],
  hidden: readonly boolean[],
  cohort: readonly WorkItem[],
  failed: readonly WorkItem[],
): ClusterOfType[] {
  const rows = types.map((type, at) => {
    const here = shareOf(
      failed.filter(item => item.type === type).length,
      cohort.filter(item => item.type === type).length,
    );
    return {
      type,
      here,
      rest: shareOf(failed.length - here.count, cohort.length - here.of),
      hidden: hidden[at] === true,
    };
  });
  const asked = rows.filter(row => !row.hidden && row.type !== 'unknown' && row.rest.of > 0);
  const adjusted = holm(asked.map(({ here, rest }) => fisherExact([rowOf(here), rowOf(rest)]).twoSided));
  return rows
    .map((row): ClusterOfType => {
      if (row.hidden)
        return { type: row.type, failures: null, interval: null, elsewhere: null, riskRatio: null, adjustedP: null };
      const { here, rest } = row;
      const at = asked.indexOf(row);
      return {
        type: row.type,
        failures: here,
        interval: wilson(here.count, here.of),
        elsewhere: rest.share,
        riskRatio: rest.share === null || rest.share === 0 ? null : (here.share ?? 0) / rest.share,
        adjustedP: at === -1 ? null : (adjusted[at] ?? null),
      };
    })
    .sort(
      (a, b) => (a.adjustedP ?? 2) - (b.adjustedP ?? 2) || Number(a.failures === null) - Number(b.failures === null),
    );
}

function rowOf({ count, of }: Share): readonly [number, number] {
  return [count, of - count];
}

/** A type that only words in titles tell never stands out by that alone. */
function isClustered({ type, failures, riskRatio, adjustedP }: ClusterOfType, failed: readonly WorkItem[]): boolean {
  const ratio = failures !== null && failures.count > 0 ? (riskRatio ?? Infinity) : 0;
  return (
    adjustedP !== null &&
    adjustedP < SIGNIFICANT &&
    ratio >= LEAST_RISK_RATIO &&
    failed.length >= LEAST_FAILURES &&
    failed.some(item => item.type === type && item.typeTier !== 'keyword')
  );
}
