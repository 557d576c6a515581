import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** Items finished over time. */
export interface Throughput {
  readonly withheld: Withheld | null;
  /** Weeks of the bins that are known and shown. */
  readonly weeks: number;
  /** Items of those bins. */
  readonly items: number;
  /** Midpoint median of those bins' counts, zeros included: per bin, not per week. */
  readonly median: number | null;
  /** Items by bots in the whole window; they describe nobody. */
  readonly automated: number;
  /** Items finished in each bin, by people. It begins with what git knows. */
  readonly series: BehaviourSeries;
}
