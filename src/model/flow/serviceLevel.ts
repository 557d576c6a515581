import type { Withheld } from './withheld.ts';

/** A part of the window; days are `YYYY-MM-DD`, `to` is the day after the last. */
export interface ServiceLevelPart {
  readonly from: string;
  readonly to: string;
  readonly weeks: number;
  /** Finished items with a known start. */
  readonly items: number;
}

/** What the earlier weeks let one expect, and how often it held in the weeks after them. */
export interface ServiceLevel {
  readonly withheld: Withheld | null;
  /** Of the items of `setOn`, 85 % took at most so many calendar days, inclusive. */
  readonly days: number | null;
  readonly setOn: ServiceLevelPart | null;
  readonly testedOn: ServiceLevelPart | null;
  /** Items of `testedOn` that took at most `days`. */
  readonly hits: number | null;
  /** hits / items of `testedOn`, with its Wilson interval of 95 %. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
