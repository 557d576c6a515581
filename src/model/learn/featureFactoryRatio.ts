import type { Share } from '../flow/share.ts';
import type { Stage } from '../stage.ts';

/**
 * Why an epic counts as one without an anticipated outcome, or does not: `untestable` has a statement, but no measure with
 * baseline and target.
 */
export type RatioReason = 'noOutcome' | 'templateLeft' | 'untestable' | 'testable';

/** An epic that was not stopped, and its reason. */
export interface RatedEpic {
  readonly key: string;
  readonly title: string;
  /** Path inside the repository, with `/`. */
  readonly path: string;
  readonly stage: Stage | null;
  readonly reason: RatioReason;
  /** It has no anticipated outcome. */
  readonly counts: boolean;
}

/** Epics without an anticipated outcome, of all epics that were not stopped. */
export interface FeatureFactoryRatio {
  /** From 5 epics on; below that only the counts. */
  readonly ratio: Share;
  /** The same epics: with an outcome that no measure could test later. */
  readonly untestable: Share;
  /** Those that count first, then by key. */
  readonly epics: readonly RatedEpic[];
  /** Epics that were stopped: they are in no count. */
  readonly stopped: number;
  /** Paths of epic files that cannot be read: they are in no count. */
  readonly unread: readonly string[];
}
