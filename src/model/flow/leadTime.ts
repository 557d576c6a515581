import type { Percentile } from './flow.ts';
import type { Withheld } from './withheld.ts';

/** Durations of one kind, up to deployments in the window. */
export interface LeadTimeLine {
  readonly withheld: Withheld | null;
  /** What was timed; null when hidden to protect people. */
  readonly n: number | null;
  /** Deployments that hold them; null when hidden. */
  readonly deployments: number | null;
  /** P50 and P85 in seconds. */
  readonly percentiles: readonly Percentile[];
}

/** How the time of the deployed branches divides, summed over items: sums add up, percentiles do not. Seconds. */
export interface LeadTimeSplit {
  readonly withheld: Withheld | null;
  readonly items: number | null;
  /** From the first commit to the last. */
  readonly coding: number;
  /** From the last commit to the landing. */
  readonly integration: number;
  /** From the landing to the deployment. */
  readonly release: number;
}

/** From commit to production, with release tags as deployments. */
export interface LeadTime {
  readonly withheld: Withheld | null;
  /** Commits whose writing is known. */
  readonly fromCommit: LeadTimeLine;
  /** Commits that a forge wrote as it landed them: only their waiting for the release is known. */
  readonly fromLanding: LeadTimeLine;
  /** Items from landing to deployment, however they landed. */
  readonly releaseWait: LeadTimeLine;
  readonly split: LeadTimeSplit;
  /** Items that landed and are in no deployment yet; null when hidden or without a deployment. */
  readonly waiting: {
    readonly items: number;
    readonly oldestSeconds: number | null;
    /** As it was at the end of the window, which lies in the past; else now. */
    readonly atEnd: boolean;
  } | null;
  /** Changes and items left out because their times contradict each other. */
  readonly clockSkew: number;
}
