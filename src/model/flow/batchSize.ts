import type { WorkType } from '../work.ts';
import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** Sizes of one kind, by nearest rank; null for fewer items than `needs`. */
export interface SizePercentile {
  readonly percent: 50 | 85;
  readonly value: number | null;
  readonly needs: number;
}

export interface SizeLine {
  readonly items: number;
  readonly percentiles: readonly SizePercentile[];
}

/** How large the items are that land. */
export interface BatchSize {
  readonly withheld: Withheld | null;
  /** Why there are no lines although there are files; null when there are. */
  readonly linesWithheld: Withheld | null;
  readonly files: SizeLine;
  /** null where too few people are behind the items whose lines can be counted. */
  readonly lines: SizeLine | null;
  /** Commits of merged branches; a squash leaves one of any number. null where too few people are behind these. */
  readonly commits: SizeLine | null;
  /** What the series and the dots are about: lines where they can be counted, else files. */
  readonly measure: 'lines' | 'files';
  /** "50 % of the items have at most so many" a bin; null when withheld. */
  readonly series: BehaviourSeries | null;
  readonly againstTime: SizeAgainstTime;
}

/** Size and cycle time of the same items. An association at most, never a cause. */
export interface SizeAgainstTime {
  readonly withheld: Withheld | null;
  readonly pairs: number;
  /** Spearman's rank correlation and its two-sided p; null when one side never varies. */
  readonly correlation: { readonly rho: number; readonly p: number } | null;
  /** By size; empty in exports. */
  readonly points: readonly SizePoint[];
  /** Items by size; a count is null where it is hidden to protect people. */
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly count: number | null }[];
}

export interface SizePoint {
  readonly id: string;
  readonly label: string | null;
  readonly type: WorkType;
  readonly size: number;
  readonly seconds: number;
  readonly files: number;
  /** `YYYY-MM-DD`. */
  readonly finished: string;
}
