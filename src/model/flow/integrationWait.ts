import type { WorkType } from '../work.ts';
import type { Percentile } from './flow.ts';
import type { Withheld } from './withheld.ts';

/** From the last commit of a branch to its landing: at most so long did it wait for review, checks or approval. Seconds. */
export interface IntegrationWait {
  readonly withheld: Withheld | null;
  /** Finished items of the window, and those of them that are merged branches. */
  readonly finished: number;
  readonly items: number;
  readonly percentiles: readonly Percentile[];
  /** Sum of the waits / sum of the items' whole times; null when hidden or without time. */
  readonly share: number | null;
  /** The longest pause between two commits of a branch: where waits between review rounds hide. Empty when hidden. */
  readonly pauses: readonly Percentile[];
  /** Branches with two commits or more; null where too few people are behind these. */
  readonly pauseItems: number | null;
  /** By landing; empty in exports. */
  readonly points: readonly WaitPoint[];
  /** Items by hours; a count is null where it is hidden to protect people. */
  readonly bins: readonly {
    readonly fromHours: number;
    readonly toHours: number | null;
    readonly count: number | null;
  }[];
}

export interface WaitPoint {
  readonly id: string;
  readonly label: string | null;
  readonly type: WorkType;
  /** `YYYY-MM-DD`, and epoch seconds. */
  readonly landed: string;
  readonly landedAt: number;
  readonly seconds: number;
  /** Of the item's whole time; null when it took none. */
  readonly share: number | null;
}
