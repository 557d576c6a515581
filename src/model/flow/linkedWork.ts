import type { BehaviourSeries } from './processBehaviour.ts';
import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** What finished work was for, as far as an epic file tells. */
export const WORK_LINKS = ['outcome', 'noOutcome', 'stopped', 'noEpic'] as const;
export type WorkLink = (typeof WORK_LINKS)[number];

/** Finished items by what they were for. */
export interface LinkedWork {
  readonly withheld: Withheld | null;
  readonly finished: number;
  /** Items of an epic that has an anticipated outcome and was not stopped; null where hidden. */
  readonly linked: Share | null;
  /** Items without an epic ("orphan work"); null where hidden. */
  readonly orphans: Share | null;
  /** null: hidden to protect people. */
  readonly counts: Readonly<Record<WorkLink, number | null>>;
  /** The share of each bin (0 to 1); null where `linked` is hidden. */
  readonly overTime: BehaviourSeries | null;
}
