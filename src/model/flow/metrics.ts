import type { WorkItemAge } from './age.ts';
import type { Approval } from './approval.ts';
import type { BatchFirst } from './batchFirst.ts';
import type { BatchSize } from './batchSize.ts';
import type { ChangeFailure } from './changeFailure.ts';
import type { Clusters } from './clusters.ts';
import type { CustomerLeadTime } from './customerLeadTime.ts';
import type { CycleTimes, CycleTimeTrend } from './cycleTime.ts';
import type { DeploymentFrequency } from './deployments.ts';
import type { Distribution } from './distribution.ts';
import type { FeatureFactory } from './featureFactory.ts';
import type { FlowEfficiency } from './flowEfficiency.ts';
import type { Forecast } from './forecast.ts';
import type { Improving } from './improving.ts';
import type { IntegrationWait } from './integrationWait.ts';
import type { Interventions } from './interventions.ts';
import type { LeadTime } from './leadTime.ts';
import type { LinkedWork } from './linkedWork.ts';
import type { LongestWait } from './longestWait.ts';
import type { Predictability } from './predictability.ts';
import type { ReadyToBuild } from './readyToBuild.ts';
import type { Recovery } from './recovery.ts';
import type { Reverts } from './reverts.ts';
import type { Rework } from './rework.ts';
import type { ServiceLevel } from './serviceLevel.ts';
import type { Signal } from './signals.ts';
import type { Stages } from './stages.ts';
import type { Throughput } from './throughput.ts';
import type { ValueStream } from './valueStream.ts';
import type { Wip } from './wip.ts';

/** What one or two people may see of themselves, and everybody else too. */
export interface OwnMetrics {
  readonly cycleTime: CycleTimes;
  readonly leadTime: LeadTime;
  readonly throughput: Throughput;
  readonly deploymentFrequency: DeploymentFrequency;
  readonly customerLeadTime: CustomerLeadTime;
  readonly serviceLevel: ServiceLevel;
  readonly age: WorkItemAge;
  readonly wip: Wip;
  readonly flowEfficiency: FlowEfficiency;
  readonly stages: Stages;
  readonly integrationWait: IntegrationWait;
  readonly batchSize: BatchSize;
  readonly distribution: Distribution;
  readonly featureFactory: FeatureFactory;
  readonly readyToBuild: ReadyToBuild;
}

/** What is told of groups only: comparisons, failures, forecasts, and what others answered in surveys. */
export interface GroupMetrics {
  readonly cycleTimeTrend: CycleTimeTrend;
  readonly predictability: Predictability;
  readonly valueStream: ValueStream;
  readonly longestWait: LongestWait;
  readonly approval: Approval;
  readonly changeFailure: ChangeFailure;
  readonly recovery: Recovery;
  readonly rework: Rework;
  readonly reverts: Reverts;
  readonly clusters: Clusters;
  readonly linkedWork: LinkedWork;
  readonly improving: Improving;
  readonly batchFirst: BatchFirst;
  readonly interventions: Interventions;
  readonly forecast: Forecast;
  readonly signals: readonly Signal[];
}
