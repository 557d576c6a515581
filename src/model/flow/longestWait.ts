import type { FlowStage, StagedItems, StageTime } from './stages.ts';
import type { WorkType } from '../work.ts';

/** Where the finished items waited longest. */
export interface LongestWait extends StagedItems {
  /** Where items wait, with the sums of their waits; shares are of the items' whole time. */
  readonly waits: readonly StageTime[];
  /** The wait with the largest sum, if it stays that in 80 % of the resamples; null: no single place, or hidden. */
  readonly clear: FlowStage | null;
  /** Part of the resamples in which the largest one stays the largest; null without a wait. */
  readonly held: number | null;
  /** Items by their longest wait, longest first; empty in exports. */
  readonly longest: readonly ItemWait[];
}

/** One item and its longest wait. */
export interface ItemWait {
  readonly id: string;
  readonly label: string | null;
  readonly type: WorkType;
  /** `YYYY-MM-DD`. */
  readonly finished: string;
  readonly stage: FlowStage;
  readonly seconds: number;
  /** Of the item's whole time. */
  readonly share: number;
}
