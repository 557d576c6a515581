import type { CycleTimeBin, CycleTimePoint, Percentile } from './flow.ts';
import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** Elapsed time from start of work to landing, of the window's finished items. */
export interface CycleTimes {
  readonly withheld: Withheld | null;
  /** Finished, not automated items of the window that a ticket, request or merge holds together. */
  readonly finished: number;
  /** Of those, how many have a known start. */
  readonly known: number;
  /** known / finished; null without items. Below 0.6 everything is withheld. */
  readonly coverage: number | null;
  readonly percentiles: readonly Percentile[];
  /** By finish; empty in exports and when withheld. */
  readonly points: readonly CycleTimePoint[];
  /** A count is null where it is hidden to protect people; none when withheld. */
  readonly bins: readonly CycleTimeBin[];
}

/** "50 % finished in at most" (seconds, nearest rank) over time; a bin with fewer than three items has no value. */
export interface CycleTimeTrend {
  readonly withheld: Withheld | null;
  /** Items of the bins that have a value. */
  readonly items: number;
  readonly series: BehaviourSeries;
}
