/** What the data-quality lines count; the first ones are always there, the others where there is something to count. */
export const QUALITY_LINES = [
  'knownStart',
  'withTicket',
  'withEpic',
  'branchStart',
  'singleStart',
  'landingOnly',
  'noStart',
  'squash',
  'ticketWithoutEpic',
  'unknownType',
  'keywordType',
  'automated',
  'ungrouped',
  'clockSkew',
  'shallow',
  'rebased',
  'aged',
  'undeployed',
  'unresolvedReverts',
  'forwardMerges',
  'syncMerges',
] as const;
export type QualityLineId = (typeof QUALITY_LINES)[number];

/** How many of the items (or merges) are of one kind. */
export interface QualityCount {
  readonly id: QualityLineId;
  readonly count: number;
  readonly of: number;
  /** Ids of the items that are counted; empty in exports and for merges that are no items. */
  readonly items: readonly string[];
}

/** What the figures rest on: counts, never one number made of them. */
export interface QualityReport {
  readonly lines: readonly QualityCount[];
  /** Items by people, and those of them of which a squash merge hides when they began; null: hidden to protect people. */
  readonly items: number;
  readonly squashed: number | null;
  /** Some epic file is there, whether or not any of these items belongs to it. */
  readonly hasEpics: boolean;
  /** Day before which a shallow clone knows nothing (`YYYY-MM-DD`); null for a whole history. */
  readonly shallowSince: string | null;
}
