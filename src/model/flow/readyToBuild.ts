import type { Withheld } from './withheld.ts';

/** Epics that are being built although their Ready-to-build gate has open items. */
export interface ReadyToBuild {
  readonly withheld: Withheld | null;
  /** Epics in the build stage with such a gate. */
  readonly building: number;
  /** Those with open items, and how many open items they have together. */
  readonly unready: number;
  readonly open: number;
  /** Most open items first; empty in exports. */
  readonly epics: readonly UnreadyEpic[];
}

export interface UnreadyEpic {
  /** null: it may not be named. */
  readonly label: string | null;
  readonly open: number;
}
