import type { Percentile } from './flow.ts';
import type { BehaviourSeries, ProcessBehaviour } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** How often work went live, with release tags as deployments. */
export interface DeploymentFrequency {
  readonly withheld: Withheld | null;
  /** Weeks of the bins that are known and shown. */
  readonly weeks: number;
  /** Deployments of those bins. */
  readonly deployments: number;
  /** Midpoint median of those bins' counts, zeros included: per bin, not per week. */
  readonly median: number | null;
  /** Distinct days with a deployment in those bins, divided by their weeks. */
  readonly daysPerWeek: number | null;
  /** P50 and P85 of the seconds from one deployment to the next, and how many such times there are; null when hidden. */
  readonly between: { readonly n: number; readonly percentiles: readonly Percentile[] } | null;
  /** Deployments in each bin. It begins with what git knows. */
  readonly series: BehaviourSeries;
  /** Seconds from each deployment to the next: what to look at where the counts are too coarse for limits. */
  readonly intervals: { readonly points: readonly DeploymentInterval[]; readonly behaviour: ProcessBehaviour };
}

/** From one deployment to the next; days are `YYYY-MM-DD`. */
export interface DeploymentInterval {
  readonly from: string;
  readonly to: string;
  /** null: a gap, where deployments are hidden to protect people. */
  readonly seconds: number | null;
}
