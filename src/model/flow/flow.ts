import type { GroupBand, ItemFlag, ItemRule, StartQuality, WorkType } from '../work.ts';

/** Whole ISO weeks: `from` is the Monday of the first, `to` the Monday after the last (`YYYY-MM-DD`, in the team's time zone). */
export interface FlowWindow {
  readonly from: string;
  readonly to: string;
  readonly weeks: number;
}

/** What the panel and the command line may ask for. */
export interface FlowRequest {
  /** Number of whole weeks before the running one, or explicit days that snap outward to ISO weeks. */
  readonly window: { readonly weeks: number } | { readonly since: string; readonly until: string | null };
  /** Only items of this work type; null for all. */
  readonly type: WorkType | null;
  /** Whether this goes to a person's own screen (floor 3) or leaves it (floor 5, no dots). */
  readonly use: 'view' | 'export';
  /** The person turned on the solo-repository setting; counts for views only. */
  readonly solo: boolean;
}

/** One percentile by nearest rank (type 1): "P % finished in at most `seconds`". */
export interface Percentile {
  readonly percent: 50 | 85 | 95;
  /** null when fewer than `needs` items have a known cycle time. */
  readonly seconds: number | null;
  readonly needs: number;
}

/** A dot of the scatterplot and a row of its table. No hash, no title, no branch. */
export interface CycleTimePoint {
  readonly id: string;
  /** `PAY-101`, `#42` or null. */
  readonly label: string | null;
  readonly type: WorkType;
  /** Days in the team's time zone (`YYYY-MM-DD`). */
  readonly started: string;
  readonly finished: string;
  /** Epoch seconds of the finish, for the x axis. */
  readonly finishedAt: number;
  readonly seconds: number;
  /** Calendar days, inclusive: started and finished on one day is 1. */
  readonly days: number;
  readonly commits: number;
  readonly rule: ItemRule;
  readonly startQuality: StartQuality;
  readonly flags: readonly ItemFlag[];
}

/** Items by calendar days; what an export shows instead of dots. `count` is null where hidden to protect people. */
export interface CycleTimeBin {
  readonly fromDays: number;
  /** Inclusive; null = open end. */
  readonly toDays: number | null;
  readonly count: number | null;
}

export interface CycleTime {
  /** Finished, not automated items of the window that a ticket, request or merge holds together (not `ungrouped`). */
  readonly finished: number;
  /** Of those, how many have a known start. */
  readonly known: number;
  /** known / finished; null without items. Below 0.6 no percentile is shown. */
  readonly coverage: number | null;
  readonly coverageEnough: boolean;
  readonly percentiles: readonly Percentile[];
  /** Empty in exports. Sorted by finish. */
  readonly points: readonly CycleTimePoint[];
  readonly bins: readonly CycleTimeBin[];
  /** The items with a known start come from too few people, so there is no percentile; absent otherwise. */
  readonly tooFewPeople?: true;
}

/**
 * Shares of the window's items; the panel opens with them. Counts, never a composite number; automated items are only in
 * `items` and `automated`.
 */
export interface DataQuality {
  readonly items: number;
  readonly automated: number;
  /** By how well their start is known. */
  readonly starts: Readonly<Record<StartQuality, number>>;
  readonly rules: Readonly<Record<ItemRule, number>>;
  readonly withTicket: number;
  /** Items whose ticket belongs to an epic file. */
  readonly withEpic: number;
  readonly clockSkew: number;
  readonly ungrouped: number;
  readonly rebased: number;
  readonly forwardMerges: number;
  /** First-parent merges that only brought a branch up to date; no items. */
  readonly syncMerges: number;
  /** Day before which a shallow clone knows nothing; null for a full clone. */
  readonly shallowSince: string | null;
  readonly commitsRead: number;
}

export type FlowAnswer =
  /** Too few people: counts that describe the file structure only. */
  | {
      readonly state: 'withheld';
      readonly reason: 'groupTooSmall' | 'dominated' | 'groupUnknown' | 'complement';
      readonly window: FlowWindow;
      readonly floor: 3 | 5;
      /** The person could see this alone, locally, by turning the solo setting on. */
      readonly soloPossible: boolean;
    }
  | { readonly state: 'noItems'; readonly window: FlowWindow; readonly latest: string | null }
  | {
      readonly state: 'shown';
      readonly window: FlowWindow;
      readonly band: GroupBand;
      /** Shown only because of the solo setting: describes one or two people. */
      readonly solo: boolean;
      readonly timeZone: string;
      readonly quality: DataQuality;
      readonly cycleTime: CycleTime;
      /** Work types that may be chosen as a filter: their own group is large enough. */
      readonly types: readonly WorkType[];
      readonly type: WorkType | null;
    };
