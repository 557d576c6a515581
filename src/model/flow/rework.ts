import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** Deployments that were unplanned and mended a failed one (DORA: deployment rework rate). */
export interface Rework {
  readonly withheld: Withheld | null;
  readonly rework: Share;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Not counted: the first of a stream; nothing new in them. */
  readonly first: number;
  readonly empty: number;
}
