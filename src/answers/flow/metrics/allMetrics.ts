import type { GroupMetrics, OwnMetrics } from '../../../model/flow/metrics.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { ageMetric } from './age.ts';
import { approvalMetric } from './approval.ts';
import { batchFirstMetric } from './batchFirst.ts';
import { batchSizeMetric } from './batchSize.ts';
import { changeFailure } from './changeFailure.ts';
import { clusters } from './clusters.ts';
import { customerLeadTimeMetric } from './customerLeadTime.ts';
import { cycleTimeMetric } from './cycleTime.ts';
import { cycleTimeTrendMetric } from './cycleTimeTrend.ts';
import { deploymentFrequencyMetric } from './deployments.ts';
import { distribution } from './distribution.ts';
import { featureFactory } from './featureFactory.ts';
import { flowEfficiencyMetric } from './flowEfficiency.ts';
import { forecastMetric } from './forecast.ts';
import { improvingMetric } from './improving.ts';
import { integrationWaitMetric } from './integrationWait.ts';
import { interventionsMetric } from './interventions.ts';
import { leadTimeMetric } from './leadTime.ts';
import { linkedWork } from './linkedWork.ts';
import { longestWaitMetric } from './longestWait.ts';
import { predictabilityMetric } from './predictability.ts';
import { readyToBuild } from './readyToBuild.ts';
import { recovery } from './recovery.ts';
import { reverts } from './reverts.ts';
import { rework } from './rework.ts';
import { serviceLevelMetric } from './serviceLevel.ts';
import { signals } from './signals.ts';
import { stagesMetric } from './stages.ts';
import { throughputMetric } from './throughput.ts';
import { valueStreamMetric } from './valueStream.ts';
import { wipMetric } from './wip.ts';

type Registry<Results> = { readonly [Name in keyof Results]: Metric<Results[Name]> };

const OWN: Registry<OwnMetrics> = {
  cycleTime: cycleTimeMetric,
  leadTime: leadTimeMetric,
  throughput: throughputMetric,
  deploymentFrequency: deploymentFrequencyMetric,
  customerLeadTime: customerLeadTimeMetric,
  serviceLevel: serviceLevelMetric,
  age: ageMetric,
  wip: wipMetric,
  flowEfficiency: flowEfficiencyMetric,
  stages: stagesMetric,
  integrationWait: integrationWaitMetric,
  batchSize: batchSizeMetric,
  distribution,
  featureFactory,
  readyToBuild,
};

const OF_GROUPS: Registry<GroupMetrics> = {
  cycleTimeTrend: cycleTimeTrendMetric,
  predictability: predictabilityMetric,
  valueStream: valueStreamMetric,
  longestWait: longestWaitMetric,
  approval: approvalMetric,
  changeFailure,
  recovery,
  rework,
  reverts,
  clusters,
  linkedWork,
  improving: improvingMetric,
  batchFirst: batchFirstMetric,
  interventions: interventionsMetric,
  forecast: forecastMetric,
  signals,
};

/** Every metric in its two steps; what is told of groups only is null under the solo setting. */
export function allMetrics(
  input: FlowInput,
  ask: Ask,
): (gate: Gate) => { readonly own: OwnMetrics; readonly group: GroupMetrics | null } {
  const own = prepare(OWN, input, ask);
  const group = prepare(OF_GROUPS, input, ask);
  return gate => ({ own: own(gate), group: gate.solo ? null : group(gate) });
}

function prepare<Results extends object>(registry: Registry<Results>, input: FlowInput, ask: Ask) {
  const names = Object.keys(registry) as (keyof Results)[];
  const prepared = names.map(name => [name, registry[name](input, ask)] as const);
  return (gate: Gate): Results => Object.fromEntries(prepared.map(([name, finish]) => [name, finish(gate)])) as Results;
}
