export const WORK_TYPES = ['feature', 'defect', 'risk', 'debt', 'other', 'unknown'] as const;
export type WorkType = (typeof WORK_TYPES)[number];

/** How an item was built from git; `docs/metrics.md` describes each. */
export type ItemRule = 'merge' | 'squash' | 'landingBatch' | 'trunkByTicket' | 'trunkSingle';

/** How well the start of work is known. */
export type StartQuality = 'branch' | 'single' | 'landingOnly' | 'none';

export type ItemFlag = 'forwarded' | 'rebased' | 'clockSkew' | 'episode' | 'ungrouped' | 'shallow' | 'revert';

/** What flow measures: one change that landed on the main branch. Times are epoch seconds. */
export interface WorkItem {
  /** Opaque and stable within one answer; says nothing about hash or branch. */
  readonly id: string;
  readonly ticket: string | null;
  /** Pull- or merge-request number. */
  readonly number: number | null;
  readonly rule: ItemRule;
  readonly type: WorkType;
  readonly start: number | null;
  readonly startQuality: StartQuality;
  readonly end: number;
  readonly commits: number;
  readonly automated: boolean;
  readonly flags: readonly ItemFlag[];
}

/** Distinct human contributors, as a band; nothing finer ever leaves the identity gate. */
export type GroupBand = '0' | '1' | '2' | '3-4' | '5-9' | '10+';

export interface GroupSize {
  readonly band: GroupBand;
  /** One contributor has more than 80 % of the items. */
  readonly dominated: boolean;
}
