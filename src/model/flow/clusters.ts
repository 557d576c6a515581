import type { WorkType } from '../work.ts';
import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** Whether failures cluster around a work type. A failure: an item that was taken back, or that made a deployment fail. */
export interface Clusters {
  readonly withheld: Withheld | null;
  /** Failures, of the items that landed in the window and at least 30 days ago. */
  readonly failures: Share;
  /** Types whose association holds by the rule, strongest first. */
  readonly clustered: readonly WorkType[];
  readonly types: readonly ClusterOfType[];
}

export interface ClusterOfType {
  readonly type: WorkType;
  /** null: hidden to protect people, and so is the rest. */
  readonly failures: Share | null;
  /** 95 % interval of the share (Wilson). */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The share among the items of all other types. */
  readonly elsewhere: number | null;
  /** Share here divided by the share elsewhere; null without a failure elsewhere. */
  readonly riskRatio: number | null;
  /** Fisher's exact test, two-sided, adjusted by Holm; null where nothing was tested. */
  readonly adjustedP: number | null;
}
