import type { StageSource } from './stages.ts';
import type { Withheld } from './withheld.ts';

/** How much of the time of finished items was work: of tickets the time in active statuses, else days with commits. */
export interface FlowEfficiency {
  readonly withheld: Withheld | null;
  readonly source: StageSource;
  /** Items behind the ratio: done tickets, or branches that took three days or more. */
  readonly items: number;
  /** The ratio of sums and its parts: seconds of tickets, inclusive calendar days of branches. */
  readonly active: number;
  readonly elapsed: number;
  readonly ratio: number | null;
  /** Of the items' own ratios: 50 % have at most so much (nearest rank). */
  readonly p50: number | null;
  /** Items by their own ratio, in fifths; a count is null where it is hidden to protect people. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number | null }[];
}
