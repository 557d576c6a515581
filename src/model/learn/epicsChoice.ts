import type { EpicType } from '../epic.ts';
import type { Stage } from '../stage.ts';
import type { EpicSignCode } from './epicsOverview.ts';

/** The ways to put epics in order. */
export const EPIC_ORDERS = ['key', 'title', 'stage', 'reviewDay'] as const;
export type EpicOrder = (typeof EPIC_ORDERS)[number];

/** Which epics are wanted: of each kind of question one of the ticked answers, and all of the words. Empty: any. */
export interface EpicsFilter {
  readonly signs: readonly EpicSignCode[];
  /** null: epics without a stage. */
  readonly stages: readonly (Stage | null)[];
  /** null: epics without a work type. */
  readonly types: readonly (EpicType | null)[];
  /** Words of the key, the title, the outcome or a ticket, case ignored. */
  readonly text: string;
}

export const NO_FILTER: EpicsFilter = { signs: [], stages: [], types: [], text: '' };

/** Which epics are shown, and in which order. */
export interface EpicsChoice {
  readonly filter: EpicsFilter;
  readonly order: EpicOrder;
}
