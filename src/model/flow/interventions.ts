import type { Withheld } from './withheld.ts';

/** A group of items that were begun in the same time and watched equally long. */
export interface Cohort {
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
  /** The mix of work types moved, and inside the types the shift points elsewhere. */
  | { readonly code: 'mixChanged' };

export type AlsoSeenId = 'throughput' | 'batchSize' | 'reverts';

/** Another measure, before and after. */
export interface AlsoSeen {
  readonly id: AlsoSeenId;
  /** Median items a week, median lines (or files) of an item, or share taken back. */
  readonly before: number;
  readonly after: number;
  readonly unit: 'perWeek' | 'lines' | 'files' | 'share';
  /** Weeks or items of each side. */
  readonly n: readonly [before: number, after: number];
  /** Adjusted for all that are looked at (Holm). */
  readonly p: number;
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
  /** The mix of work types moved by more than 15 points; then the shift inside equal types (seconds) tells more. */
  readonly mixChanged: boolean;
  readonly insideTypes: number | null;
  /** Made-up dates before it, and how many of them show a shift at least as large; null below ten. */
  readonly placebo: { readonly dates: number; readonly asLarge: number } | null;
  /** Signals since, of the weekly cycle time with limits from before; null when there are no such limits. */
  readonly signalsSince: number | null;
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
