import type { WorkType } from '../work.ts';
import type { BehaviourSeries, LimitSegment } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** A group of items that were begun in the same time and watched equally long. */
export interface Cohort {
  /** First day on which they may have begun, and the day after the last (`YYYY-MM-DD`). */
  readonly from: string;
  readonly to: string;
  readonly items: number;
  /** Of those: not finished in the time that each was watched. */
  readonly unfinished: number;
  /** Midpoint median of cycle time, seconds; null when half or more were not finished in time. */
  readonly median: number | null;
}

/** Cycle time after less cycle time before, in seconds. */
export interface Shift {
  /** Difference of medians, and its 95 % bootstrap interval; an end is null where it is open. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Whole weeks were drawn; false: single items, because there are too few weeks. */
  readonly byWeeks: boolean;
  /** Median of all differences between an item after and one before; null when it has no end. */
  readonly hodgesLehmann: number | null;
  /** Chance that an item after takes longer than one before; 0.5 is no difference. */
  readonly a12: number | null;
  /** Mann-Whitney, two-sided. */
  readonly p: number | null;
}

/** Why a comparison cannot tell. */
export type CannotTell =
  | Withheld
  /** Its date has not come. */
  | { readonly code: 'future' }
  /** Too few weeks before it are known that each item can be watched in. */
  | { readonly code: 'historyTooShort' }
  /** Too little time has passed, or too few items were begun since. */
  | { readonly code: 'tooEarly'; readonly readyOn: string | null }
  /** Half or more of the items of one side were not finished in the time they were watched. */
  | { readonly code: 'unfinished' }
  /** The mix of work types moved, and too few items are of types that both sides have. */
  | { readonly code: 'mixChanged' };

/** Items of one kind on both sides; null: hidden to protect people. */
interface Counts {
  readonly before: number | null;
  readonly after: number | null;
}

export interface TypeStratum extends Counts {
  readonly type: WorkType;
}

/** Items of a size, both ends included; null: open. */
export interface SizeStratum extends Counts {
  readonly from: number;
  readonly to: number | null;
}

/** The stratified Hodges-Lehmann shift, seconds: the median of the differences between like items only. */
export interface InsideShift {
  readonly difference: number;
  /** Its 95 % bootstrap interval; an end is null where it is open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly byWeeks: boolean;
  /** Items of strata that both sides have. */
  readonly n: readonly [before: number, after: number];
}

/** The thirds of both sides together by size, of the items that were finished while watched and whose size is known. */
export interface SizeMix {
  readonly measure: 'lines' | 'files';
  /** null: not told, so near another date. */
  readonly strata: readonly SizeStratum[] | null;
  /** A third's share moved by more than 15 points; null: hidden to protect people. */
  readonly moved: boolean | null;
  /** Shift between items of like size, told where the sizes moved and enough items have one. It decides nothing. */
  readonly inside: Pick<InsideShift, 'difference' | 'n'> | null;
}

export type AlsoSeenId = 'throughput' | 'batchSize' | 'reverts' | 'wip';

/** Another measure, before and after. */
export interface AlsoSeen {
  readonly id: AlsoSeenId;
  /** Median items a week, median lines (or files) of an item, share taken back, or median items in progress on Mondays. */
  readonly before: number;
  readonly after: number;
  readonly unit: 'perWeek' | 'lines' | 'files' | 'share' | 'items';
  /** Weeks or items of each side. */
  readonly n: readonly [before: number, after: number];
  /** Adjusted for all that are looked at (Holm). */
  readonly p: number;
}

/** Weekly cycle time around a date. */
export interface InterventionSeries {
  /** Limits are from the bins before the date, and go on over those since. */
  readonly behaviour: BehaviourSeries;
  /** What a lasting signal since lets the limits be, where the date may begin them anew. */
  readonly anew: LimitSegment | null;
}

/** One dated change (or something that the team tries), and cycle time before and after it. Never a cause. */
export interface InterventionComparison {
  readonly kind: 'intervention' | 'try';
  readonly on: string;
  readonly label: string;
  readonly cannotTell: CannotTell | null;
  readonly verdict: 'shorter' | 'longer' | 'noChange' | null;
  /** Days that each item is watched. */
  readonly followUpDays: number | null;
  readonly before: Cohort | null;
  readonly after: Cohort | null;
  /** Begun before it and watched across it: in neither group. null where hidden. */
  readonly straddling: number | null;
  readonly shift: Shift | null;
  /** How many items of each work type both sides have; null: one type was asked for, or so near another date. */
  readonly types: readonly TypeStratum[] | null;
  /**
   * A type's share moved by more than 15 points: then the shift inside equal types is the one to tell. null: so much is
   * hidden to protect people that it cannot be told.
   */
  readonly mixMoved: boolean | null;
  readonly inside: InsideShift | null;
  readonly sizes: SizeMix | null;
  /**
   * Made-up dates before it, and how many of them show a shift at least as large, of the kind that is told; null below ten.
   */
  readonly placebo: { readonly dates: number; readonly asLarge: number } | null;
  /** Signals since, of the weekly cycle time with limits from before; null when there are no such limits. */
  readonly signalsSince: number | null;
  /** Only of the newest that is told and has such limits. */
  readonly series: InterventionSeries | null;
  readonly also: readonly AlsoSeen[];
}

export interface Interventions {
  /** Why none is compared at all. */
  readonly withheld: Withheld | null;
  /** Newest first. */
  readonly comparisons: readonly InterventionComparison[];
  /** Older ones that are not compared. */
  readonly leftOut: number;
}
