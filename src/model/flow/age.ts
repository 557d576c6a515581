import type { WorkType } from '../work.ts';
import type { Percentile } from './flow.ts';
import type { OpenSources, TicketState, UnknownStart } from './openWork.ts';
import type { FlowStage } from './stages.ts';
import type { Withheld } from './withheld.ts';

/** How long open items have been open, against what finished items took. */
export interface WorkItemAge {
  readonly withheld: Withheld | null;
  /** Open items with a known start, branches only with a sign of life in the last 30 days. */
  readonly open: number;
  /** Open items without a known start, and branches without a sign of life; null when hidden or not read. */
  readonly unknownStart: number | null;
  readonly stale: number | null;
  /** null without tickets, or hidden. */
  readonly sources: OpenSources | null;
  /** Finished items with a known start, and what percent of them took at most so long. */
  readonly finished: number;
  readonly levels: readonly Percentile[];
  /** Why ages cannot be compared with finished items; null when they can. */
  readonly levelsWithheld: Withheld | null;
  /** Oldest first; empty in exports. */
  readonly points: readonly AgePoint[];
  /** Open items by age. A count is null where it is hidden to protect people; none without levels. */
  readonly bands: readonly AgeBand[];
  /** Empty in exports. */
  readonly unknown: readonly UnknownStart[];
  /** In the order in which items reach them; empty where tickets do not tell the stages of finished items. */
  readonly stages: readonly StageAge[];
}

/** How old finished items were when they left a stage for the last time, and what is in it now. */
export interface StageAge {
  readonly stage: FlowStage;
  /** Finished items that were there; null when hidden. */
  readonly finished: number | null;
  /** Of these, what percent had left it at most so many seconds after their start; no value when hidden. */
  readonly levels: readonly Percentile[];
  /** Open items that are in it; null when hidden. */
  readonly open: number | null;
}

export interface AgeBand {
  /** Older than this percent of the finished items took, and at most as old as the next one; null: no bound. */
  readonly over: Percentile['percent'] | null;
  readonly upTo: Percentile['percent'] | null;
  readonly count: number | null;
}

export interface AgePoint {
  readonly id: string;
  readonly label: string | null;
  readonly type: WorkType;
  /** `YYYY-MM-DD`, and epoch seconds. */
  readonly started: string;
  readonly startedAt: number;
  readonly lastSign: string;
  readonly seconds: number;
  /** Calendar days, inclusive. */
  readonly days: number;
  readonly commits: number;
  /** Part of the finished items as old as this one that were done by the 85 % level; null: no finished item got so old. */
  readonly chance: number | null;
  /** null where no ticket tells of it. */
  readonly ticket: TicketState | null;
  /** Older than this percent of the finished items were when they left its stage; null: not older, or nothing to compare. */
  readonly overInStage: Percentile['percent'] | null;
}
