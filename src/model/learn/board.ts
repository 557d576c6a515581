import type { KeyResult, Objective } from '../epic.ts';
import type { Stage } from '../stage.ts';
import type { EpicEntry } from './epicsOverview.ts';

/** Since when an epic is in its stage, as the history of its file tells. */
export type StageSince =
  /** Epoch seconds. `atLeast`: it may be longer, but older versions are not here (a shallow clone). */
  | { readonly state: 'since'; readonly at: number; readonly atLeast: boolean }
  /** No commit has the epic in this stage yet. */
  | { readonly state: 'uncommitted' }
  | { readonly state: 'unknown' };

/** The same in calendar days of the team. */
export type StageAge =
  /** `day` is `YYYY-MM-DD`; 0 days: today. */
  | { readonly state: 'since'; readonly day: string; readonly days: number; readonly atLeast: boolean }
  | { readonly state: 'uncommitted' }
  | { readonly state: 'unknown' };

/** An epic in its column. */
export interface BoardCard {
  readonly entry: EpicEntry;
  /** What it serves, as the value tree tells; null when it names none, or one that the tree does not have. */
  readonly objective: Objective | null;
  readonly keyResult: KeyResult | null;
  /** null while it is not read. */
  readonly age: StageAge | null;
}

/** The epics of a stage in the order of their keys. */
export interface BoardColumn {
  /** null: epics that name no stage. */
  readonly stage: Stage | null;
  /** The epics of this column are begun and not live yet: from build to launch. */
  readonly inProgress: boolean;
  readonly cards: readonly BoardCard[];
}

/** The portfolio: every epic in the column of its stage. */
export interface Board {
  /** One for each stage in its order, after one for epics without a stage where there are any. */
  readonly columns: readonly BoardColumn[];
  /** Epics in columns that are in progress. */
  readonly inProgress: number;
  /** Files of which no epic could be read. */
  readonly unread: readonly EpicEntry[];
}
