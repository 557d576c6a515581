import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** Deployments that needed to be mended (DORA: change fail rate). */
export interface ChangeFailure {
  readonly withheld: Withheld | null;
  /** Failed for certain, of the deployments that count. */
  readonly confirmed: Share;
  /**
   * Those and the ones that a quick patch followed: the upper end. null where too little is known of the kinds of work:
   * nothing tells a patch that is mostly fixes then.
   */
  readonly suspected: Share | null;
  /** 95 % interval of the confirmed share (Wilson). */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Not counted: younger than 14 days; made to mend an earlier failure; the first of a stream; nothing new in them. */
  readonly immature: number;
  readonly rework: number;
  readonly first: number;
  readonly empty: number;
}
