import type { Share } from './share.ts';
import type { Withheld } from './withheld.ts';

/** Epics without an anticipated outcome, of all epics. */
export interface FeatureFactory {
  readonly withheld: Withheld | null;
  /** Without an outcome, of all epics but stopped ones. */
  readonly epics: Share;
  /** The same epics: with a statement, but without a measure that has baseline and target. */
  readonly untestable: Share;
  /** Without an outcome, of the epics with an item that finished in the window. */
  readonly worked: Share;
  /** Those epics by weight: finished items of epics without an outcome, of the items of all of them; null where hidden. */
  readonly weighted: Share | null;
  /** Finished items without an epic, of all finished items; null where hidden. */
  readonly orphans: Share | null;
  readonly periods: readonly FeatureFactoryPeriod[];
}

/** Four weeks. Days are `YYYY-MM-DD`; `to` is the day after the last. */
export interface FeatureFactoryPeriod {
  readonly from: string;
  readonly to: string;
  /** Without an outcome, of the epics with an item that finished then; null where hidden. */
  readonly epics: Share | null;
}
