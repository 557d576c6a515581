import type { StageSource } from './stages.ts';
import type { Withheld } from './withheld.ts';

/** Where the time of an item can go when one asks about approval; `other`: statuses that nobody mapped. */
export const TIME_KINDS = ['active', 'approval', 'queue', 'blocked', 'release', 'other'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/** Whether approval or engineering made the slowest items slow. */
export interface Approval {
  readonly withheld: Withheld | null;
  readonly source: StageSource;
  /** Items of the window whose stages are known. */
  readonly items: number;
  /** even: no item stands out. cannotTell: git alone sees no approval. null when withheld. */
  readonly verdict: 'approval' | 'engineering' | 'mixed' | 'even' | 'cannotTell' | null;
  /** The slowest quarter: items that took longer than `limit` seconds (75 % took at most so long). */
  readonly slow: number;
  readonly limit: number | null;
  /** Time of the slow items by kind, in seconds; what is more than the typical other item has of that kind, and its share. */
  readonly kinds: readonly ApprovalKind[];
  /** 50 % of the items with an approval waited at most so many seconds for it. */
  readonly typicalApproval: number | null;
  /** Slow items that would have met the limit with the typical approval wait. */
  readonly rescued: number | null;
  /** Items by the number of approval statuses that they passed; null where hidden to protect people. */
  readonly layers: readonly { readonly layers: number; readonly items: number | null; readonly p50: number | null }[];
  /** From git alone: the wait after the last commit as a share of the whole time; an upper bound. */
  readonly afterLastCommit: number | null;
}

/** All null where it is hidden to protect people. */
export interface ApprovalKind {
  readonly kind: TimeKind;
  readonly seconds: number | null;
  readonly share: number | null;
  readonly excess: number | null;
  readonly excessShare: number | null;
}
