import type { Calibration, PastReach } from './calibration.ts';
import type { WorkType } from '../work.ts';
import type { FeatureFactoryRatio } from './featureFactoryRatio.ts';

/** What a team can learn from its epics: whether outcomes happened, how well it foresaw them, and what is written down. */
export interface LearnAnswer {
  /** Epoch seconds at which the files were read. */
  readonly asOf: number;
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
  /** Epic files that were found, readable or not. */
  readonly files: number;
  /** Only epics of this work type; null for all. */
  readonly type: WorkType | null;
  readonly calibration: Calibration;
  readonly ratio: FeatureFactoryRatio;
  readonly questions: LeaderFacts;
}

/** What the product knows of the questions that leaders ask in a retrospective. Epics go by their keys. */
export interface LeaderFacts {
  /** Neither closed nor stopped. */
  readonly inFlight: readonly string[];
  /** In flight, without an anticipated outcome. */
  readonly withoutOutcome: readonly string[];
  /** In flight, with an outcome that names a thing to build and no change for anybody. */
  readonly onlyFeature: readonly string[];
  /** In flight, with an outcome that does not say whether it matters to customer, business or platform. */
  readonly withoutBenefit: readonly string[];
  readonly ties: Ties;
  /** Epics in flight with an outcome, and how often it was changed since it was first written. */
  readonly changes: readonly OutcomeChanges[];
  readonly debt: DebtFacts;
  readonly finished: FinishedFacts;
}

/** What epics in flight are tied to; each stands in the first that fits. */
export interface Ties {
  readonly keyResult: readonly string[];
  /** A measure says what would change. */
  readonly measure: readonly string[];
  readonly nothing: readonly string[];
}

export interface OutcomeChanges {
  readonly key: string;
  /** The Monday of the week in which it was first committed (`YYYY-MM-DD`); null where it is not, or where nothing tells. */
  readonly writtenWeek: string | null;
  /** How much of the past is known: there may have been more changes than these. */
  readonly past: PastReach;
  /** Mondays of the weeks of the commits that changed the statement, or what a measure foresees: one a commit, oldest first. */
  readonly changedWeeks: readonly string[];
}

/** Epics of the type debt that were not stopped. */
export interface DebtFacts {
  readonly epics: readonly string[];
  /** They name reliability, scalability or risk. */
  readonly named: readonly string[];
  /** They name customer experience, volume or cost. */
  readonly effects: readonly string[];
  /** They name neither, not even in the outcome's words. */
  readonly withoutReason: readonly string[];
}

/** Epics that are closed, or in review with the last review day past. */
export interface FinishedFacts {
  readonly epics: readonly string[];
  /** Of them, those with an outcome and a verdict, or a measured value held against what was foreseen. */
  readonly compared: readonly string[];
}
