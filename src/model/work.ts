export const WORK_TYPES = ['feature', 'defect', 'risk', 'debt', 'other', 'unknown'] as const;
export type WorkType = (typeof WORK_TYPES)[number];

/** What told the work type, most trusted first; figures about fixes never rest on `keyword` alone. */
export type TypeTier = 'epic' | 'ticket' | 'label' | 'convention' | 'branch' | 'keyword' | 'none';

/** How an item was built from git; `docs/metrics.md` describes each. */
export type ItemRule = 'merge' | 'squash' | 'landingBatch' | 'trunkByTicket' | 'trunkSingle';

/** How well the start of work is known. */
export type StartQuality = 'branch' | 'single' | 'landingOnly' | 'none';

export type ItemFlag = 'forwarded' | 'rebased' | 'aged' | 'clockSkew' | 'episode' | 'ungrouped' | 'shallow' | 'revert';

/** What flow measures: one change that landed on the main branch. Times are epoch seconds. */
export interface WorkItem {
  /** Opaque and stable within one answer; says nothing about hash or branch. */
  readonly id: string;
  readonly ticket: string | null;
  /** Pull- or merge-request number. */
  readonly number: number | null;
  /** Key of the epic file that has or lists the ticket. */
  readonly epic: string | null;
  readonly rule: ItemRule;
  readonly type: WorkType;
  readonly typeTier: TypeTier;
  readonly start: number | null;
  readonly startQuality: StartQuality;
  readonly end: number;
  readonly commits: number;
  /** When the commits of its branch were written, ascending, believable ones only; empty unless `startQuality` is 'branch'. */
  readonly written: readonly number[];
  readonly automated: boolean;
  readonly flags: readonly ItemFlag[];
  /** The item that this one takes back; null when it is no revert or its target is not known. */
  readonly reverts: string | null;
  /** First landing that took it back, and whether it came back since; null when none did. */
  readonly reverted: { readonly at: number; readonly restored: boolean } | null;
  /** The first deployment that holds it or a copy of it; null when none does. */
  readonly deployment: string | null;
}

/** Files and lines of what an item changed on main; lines are null where they cannot be counted without a network. */
export interface ItemSize {
  readonly files: number;
  /** Added and deleted together, without generated files, lock files and binaries. */
  readonly lines: number | null;
}

/** Work that began and has not landed: a branch, or a ticket in progress. Times are epoch seconds. */
export interface OpenItem {
  readonly id: string;
  readonly ticket: string | null;
  readonly epic: string | null;
  readonly type: WorkType;
  readonly start: number | null;
  /** When its last commit was written or its ticket last moved. */
  readonly lastSign: number;
  readonly commits: number;
  /** No sign of life for 30 days: told apart, and not part of work in progress. */
  readonly stale: boolean;
}

/** One production deployment, told by a release tag. */
export interface Deployment {
  /** Opaque and stable within one answer. */
  readonly id: string;
  /** `2.1.0`: the version only, as what stands before it may name somebody. */
  readonly version: string;
  /** Tells the release lines of a monorepo apart; meaningless outside one answer. */
  readonly stream: number;
  readonly at: number;
  /** The first known one of its stream: what it holds cannot be told. */
  readonly first: boolean;
  readonly hotfix: boolean;
  /** Ids of the items that it was the first to hold. */
  readonly items: readonly string[];
  /** It holds nothing new. */
  readonly empty: boolean;
}

/** One commit that is not a merge, from writing to production. Times are epoch seconds. */
export interface DeployedChange {
  /** The item that it belongs to; null when it is in none. */
  readonly item: string | null;
  readonly written: number;
  /** The forge wrote it and landed it in one moment: its time in production counts from landing. */
  readonly fromLanding: boolean;
  readonly deployment: string;
}

/** Distinct human contributors, as a band; nothing finer ever leaves the identity gate. */
export type GroupBand = '0' | '1' | '2' | '3-4' | '5-9' | '10+';

export interface GroupSize {
  readonly band: GroupBand;
  /** One contributor has more than 80 % of the items. */
  readonly dominated: boolean;
}
