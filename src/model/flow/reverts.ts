import type { WorkType } from '../work.ts';
import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** Landed work that was taken back. */
export interface Reverts {
  readonly withheld: Withheld | null;
  /** Taken back within 30 days, of what landed in the window and at least 30 days ago. */
  readonly reverted: Share;
  /** 95 % interval of the share (Wilson). */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Of those that were taken back: how many came back since; null: hidden to protect people. */
  readonly restored: number | null;
  /** Taken back within ten minutes with no deployment between: an aborted landing, not in `reverted`; null: hidden. */
  readonly aborted: number | null;
  /** Landed less than 30 days ago: too young to tell; null: hidden. */
  readonly immature: number | null;
  /** Seconds within which half of those that were taken back were; null below five of them, and where too few people are behind these. */
  readonly timeToRevert: number | null;
  /** null: hidden to protect people. Empty when one work type was asked for. */
  readonly types: readonly RevertsOfType[];
}

export interface RevertsOfType {
  readonly type: WorkType;
  readonly reverted: Share | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}
