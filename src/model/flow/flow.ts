import type { Intervention, Try } from '../epic.ts';
import type { GroupBand, ItemFlag, ItemRule, StartQuality, WorkType } from '../work.ts';
import type { FocusMetric } from './focus.ts';
import type { GroupMetrics, OwnMetrics } from './metrics.ts';
import type { QualityReport } from './quality.ts';

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
  /** Only what this team owns: the id of one of several teams; null for what the repository's team file says. */
  readonly team: string | null;
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

/** A finished item, for whoever wants to see what is behind a figure. No hash, no title, no branch. */
export interface FlowItem {
  readonly id: string;
  /** `PAY-101`, `#42` or null. */
  readonly label: string | null;
  readonly type: WorkType;
  /** Days in the team's time zone (`YYYY-MM-DD`); null where the start is not known. */
  readonly started: string | null;
  readonly finished: string;
  readonly seconds: number | null;
  /** Calendar days, inclusive. */
  readonly days: number | null;
  readonly commits: number;
  readonly rule: ItemRule;
  readonly startQuality: StartQuality;
  readonly flags: readonly ItemFlag[];
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
  | {
      readonly state: 'noItems';
      readonly window: FlowWindow;
      /** The day on which the last work landed, where it may be told. */
      readonly latest: string | null;
      /** The work type of which there is none, and how many items of all types there are; null where there is nothing at all. */
      readonly ofType: { readonly type: WorkType; readonly items: number } | null;
      /** The window begins before what a shallow clone knows. */
      readonly isBeyondClone: boolean;
    }
  | {
      readonly state: 'shown';
      readonly window: FlowWindow;
      readonly use: FlowRequest['use'];
      readonly band: GroupBand;
      /** Shown only because of the solo setting: describes one or two people. */
      readonly solo: boolean;
      readonly timeZone: string;
      /** The running month in that zone (`2026-11`). */
      readonly month: string;
      readonly quality: QualityReport;
      readonly own: OwnMetrics;
      /** null under the solo setting. */
      readonly group: GroupMetrics | null;
      /** Items of the window; empty in exports. */
      readonly items: readonly FlowItem[];
      /** Work types that may be chosen as a filter: their own group is large enough. */
      readonly types: readonly WorkType[];
      readonly type: WorkType | null;
      /** The teams that may be asked for, where the repository has several. */
      readonly teams: readonly { readonly id: string; readonly name: string }[];
      /** Id and name of the team that was asked for; the name of the repository's own where none was. */
      readonly team: string | null;
      readonly teamName: string | null;
      readonly focus: readonly FocusMetric[];
      readonly interventions: readonly Intervention[];
      readonly tries: readonly Try[];
    };
