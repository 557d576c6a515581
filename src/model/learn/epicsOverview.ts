import type { EpicFile, KeyResult, Objective } from '../epic.ts';
import type { Problem } from '../problem.ts';
import type { GateReadiness, Readiness } from '../ready.ts';
import type { ReviewDays } from '../reviewDays.ts';
import type { FeatureFactoryRatio, RatioReason } from './featureFactoryRatio.ts';

/** What may be worth a look in an epic, the most pressing first. */
export const EPIC_SIGNS = [
  'fileProblem',
  'unreadyLaunch',
  'reviewDue',
  'noOutcome',
  'beliefDue',
  'unknownKeyResult',
] as const;
export type EpicSignCode = (typeof EPIC_SIGNS)[number];

/** A sign with what its words need; `src/wording/epicSigns.ts` makes the sentences. */
export type EpicSign =
  /** The file, or a part of it, could not be read. `count` problems, of which the first is told. */
  | { readonly code: 'fileProblem'; readonly problem: Problem; readonly count: number }
  /** In launch, or live already, with a launch gate that is not met. */
  | { readonly code: 'unreadyLaunch'; readonly live: boolean; readonly gates: readonly UnmetGate[] }
  /** A review day (`YYYY-MM-DD`) has come, `daysLate` days ago (0: today), and nothing was written down since. */
  | { readonly code: 'reviewDue'; readonly day: string; readonly daysLate: number }
  | { readonly code: 'noOutcome'; readonly reason: Extract<RatioReason, 'noOutcome' | 'templateLeft'> }
  /** Days to look at a belief again have come, the earliest first. */
  | { readonly code: 'beliefDue'; readonly beliefs: readonly DueBelief[] }
  /** The value tree does not have this key result. */
  | { readonly code: 'unknownKeyResult'; readonly keyResult: string };

/** A gate that is not met. One without items has `total` 0. */
export interface UnmetGate {
  readonly name: string;
  /** Items that are not met, those apart that cannot be checked here. */
  readonly open: number;
  readonly unknown: number;
  readonly total: number;
}

/** What of a gate is not met. */
export function unmetGate({ gate, items, met }: GateReadiness): UnmetGate {
  const unknown = items.filter(item => item.state === 'unknown' && !item.met).length;
  return { name: gate.name, open: items.length - met - unknown, unknown, total: items.length };
}

export interface DueBelief {
  readonly belief: string;
  /** `YYYY-MM-DD`; `daysLate` days ago (0: today). */
  readonly day: string;
  readonly daysLate: number;
}

/** Why an epic counts in the Feature Factory Ratio, does not, or is left out of it. */
export type RatioStanding = RatioReason | 'stopped' | 'unread';

/** One epic file and how it stands. */
export interface EpicEntry {
  readonly file: EpicFile;
  readonly signs: readonly EpicSign[];
  readonly ratio: RatioStanding;
  readonly review: ReviewDays;
  /** null where no gate is waited for: closed, stopped, unreadable. */
  readonly readiness: Readiness | null;
  /** Items met of the gates of the epic's stage; null where no item is asked. */
  readonly progress: { readonly met: number; readonly total: number } | null;
}

export interface KeyResultEpics {
  readonly keyResult: KeyResult;
  readonly epics: readonly EpicEntry[];
}

export interface ObjectiveEpics {
  readonly objective: Objective;
  readonly keyResults: readonly KeyResultEpics[];
}

/** Objectives, their key results and all epics; each epic stands in exactly one place, in the order of the files. */
export interface EpicsOverview {
  /** The day it was made for (`YYYY-MM-DD`, in the team's time zone). */
  readonly today: string;
  readonly objectives: readonly ObjectiveEpics[];
  /** Epics that name a key result which the value tree does not have. */
  readonly unknownKeyResult: readonly EpicEntry[];
  /** Epics that name no key result, and files that cannot be read. */
  readonly withoutKeyResult: readonly EpicEntry[];
  readonly ratio: FeatureFactoryRatio;
  /** What could not be read of `value-tree.yaml`. */
  readonly treeProblems: readonly Problem[];
}
