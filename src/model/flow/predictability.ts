import type { Withheld } from './withheld.ts';

/** How far apart the usual and the long cycle times lie. */
export interface Predictability {
  readonly withheld: Withheld | null;
  /** Finished items with a known start. */
  readonly n: number;
  /** P85 / P50 of their cycle times, both by nearest rank; 1 or more. */
  readonly ratio: number | null;
  /** 95 % confidence interval of the ratio; null where it cannot be computed. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whole weeks were drawn; false: single items, because there are too few weeks. */
  readonly byWeeks: boolean;
  readonly p50: number | null;
  readonly p85: number | null;
}
