import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

export type BatchFirstVerdict =
  /** The size rose at least one bin before the cycle time, in the same bin, or after it. */
  'preceded' | 'together' | 'followed' | 'onlySize' | 'onlyTime' | 'neither';

/** Whether the size of the work rose before its cycle time did. Never a cause. */
export interface BatchFirst {
  /** Why it cannot be told; null when it can. */
  readonly withheld: Withheld | null;
  readonly verdict: BatchFirstVerdict | null;
  /** Finished items with both figures. */
  readonly n: number;
  readonly measure: 'lines' | 'files';
  /** Middle size by the week in which items were begun, and middle cycle time (seconds) by the week of their finish. */
  readonly size: BehaviourSeries | null;
  readonly time: BehaviourSeries | null;
  /** First day of the bin of each one's first upward signal (`YYYY-MM-DD`); null without one. */
  readonly sizeRose: string | null;
  readonly timeRose: string | null;
  /** The cycle time still rises when items are compared with others of their size only; null when that cannot be told. */
  readonly risesInsideSizes: boolean | null;
  /** Spearman's rank correlation of size and cycle time, from 20 items on. */
  readonly correlation: { readonly rho: number; readonly p: number } | null;
}
