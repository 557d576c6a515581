import type { WorkType } from '../work.ts';
import type { Withheld } from './withheld.ts';

/** What kinds of work the finished items were (Flow Framework: flow distribution). */
export interface Distribution {
  readonly withheld: Withheld | null;
  /** Finished items of all work types. */
  readonly finished: number;
  /** Those whose work type is known; null where that would give a hidden count away. */
  readonly classified: number | null;
  /** Why there are counts and no shares; null when there are shares. */
  readonly sharesWithheld: Withheld | null;
  /** Most items first, what is hidden last. */
  readonly parts: readonly DistributionPart[];
  /** Types that are counted as other, because too few people are behind each of them. */
  readonly folded: readonly WorkType[];
  /** Items of which only a word in their title tells the type; null where hidden. */
  readonly byKeyword: number | null;
  readonly periods: readonly DistributionPeriod[];
}

export interface DistributionPart {
  readonly type: WorkType;
  /** null: hidden to protect people. */
  readonly items: number | null;
  /** Of all finished items. */
  readonly share: number | null;
}

/** Four weeks. Days are `YYYY-MM-DD`; `to` is the day after the last. */
export interface DistributionPeriod {
  readonly from: string;
  readonly to: string;
  /** In the order of `parts`; null where hidden. */
  readonly items: readonly (number | null)[];
}
