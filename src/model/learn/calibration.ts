import type { Share } from '../flow/share.ts';
import type { Measurement } from '../outcome.ts';
import type { WorkType } from '../work.ts';

/**
 * What became of a measure that is due. `cannotTell`: without baseline and target, or where they are in another unit, there
 * is nothing to hold a value against.
 */
export type MeasureResult = 'hit' | 'missed' | 'notMeasured' | 'cannotTell';

/** Which way the value went, seen from the baseline: as foreseen, not at all (within the tolerance), or the other way. */
export type MeasureDirection = 'right' | 'noChange' | 'wrong';

/** What a team foresaw of a measure, as it stood when it was first written. */
export interface Foreseen {
  readonly baseline: number | null;
  readonly target: number | null;
  /** `YYYY-MM-DD` */
  readonly by: string | null;
  /** Percent, as stated; never filled in. */
  readonly confidence: number | null;
  readonly tolerance: number | null;
}
export type ForeseenField = keyof Foreseen;

/**
 * A later version says something else than the one before; of the unit only that another one was named. `launched` and
 * `review` are the epic's: its launch and its last planned review.
 */
export interface ForeseenChange {
  readonly field: ForeseenField | 'unit' | 'launched' | 'review';
  readonly from: string | number | null;
  readonly to: string | number | null;
  /** The Monday of the week of the commit (`YYYY-MM-DD`); null for what is not committed. */
  readonly week: string | null;
}

/** A value that was recorded, and then changed or taken out. */
export interface RewrittenValue {
  /** The day it was measured on (`YYYY-MM-DD`). */
  readonly on: string;
  readonly from: number;
  /** null: taken out. */
  readonly to: number | null;
  /** The Monday of the week of the commit (`YYYY-MM-DD`); null for what is not committed. */
  readonly week: string | null;
}

/**
 * What git tells of an epic file's past: all of it; only its newer part (a shallow clone, or more versions than are read);
 * or nothing (a partial clone, or git failed), so that what stands in the file counts as first written.
 */
export type PastReach = 'whole' | 'cut' | 'none';

/** A measure whose day has come. */
export interface DueMeasure {
  readonly key: string;
  readonly title: string;
  /** Path of the epic file inside the repository, with `/`. */
  readonly path: string;
  readonly type: WorkType;
  readonly measure: string;
  readonly unit: string | null;
  readonly foreseen: Foreseen;
  /** The Monday of the week of the commit with the first target; null where it is not committed. */
  readonly foreseenWeek: string | null;
  readonly past: PastReach;
  readonly changes: readonly ForeseenChange[];
  /** Recorded values that the file's past has otherwise. */
  readonly rewritten: readonly RewrittenValue[];
  /** null: closed, without a day to look at it. */
  readonly due: string | null;
  /** The value that it is judged by. */
  readonly actual: Measurement | null;
  /** The last value of a measure that counts as not measured: it is older than a month before the day. */
  readonly tooEarly: Measurement | null;
  readonly result: MeasureResult;
  readonly direction: MeasureDirection | null;
  /** (actual - baseline) / (target - baseline); null where the target is the baseline, or nothing can be told. */
  readonly attainment: number | null;
  /** First committed after the value was measured, the confidence on that day or later: none of it counts. */
  readonly late: readonly ForeseenField[];
  /** Target or baseline are of that kind: nothing tells here whether it was foreseen, so it is in no rate. */
  readonly hindsight: boolean;
  /** It was taken out of its epic on its day or later; null where it is there. */
  readonly takenOut: { readonly week: string | null } | null;
}

/** A measure with a target that was taken out of its epic before it was due. */
export interface DroppedMeasure {
  readonly key: string;
  readonly path: string;
  readonly measure: string;
  /** The Monday of the week of the commit; null for what is not committed. */
  readonly week: string | null;
}

/** How often targets were hit, of measures that are due and can be judged, hindsight left out. */
export interface HitRate {
  readonly measured: Share;
  /** Half or more are not measured: those that are would be no picture of all, and no rate is told. */
  readonly blocked: boolean;
  /** Hit, of those measured; a share from five on, unless blocked. */
  readonly hits: Share;
  /** The 95 % interval of the share; null without one. */
  readonly interval: ShareRange | null;
}

export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

/** One or more work types together. */
export interface TypeHitRate extends HitRate {
  readonly types: readonly WorkType[];
}

/** Stated confidence against what happened; only of measures whose team stated one. */
export interface StatedConfidence {
  readonly measured: Share;
  readonly blocked: boolean;
  /** Measured, with a confidence stated. */
  readonly n: number;
  readonly needs: number;
  /** null: too few, or blocked. */
  readonly score: ForecastScore | null;
  readonly bins: readonly ConfidenceBin[];
  /** Measures in bins that are too small to be shown. */
  readonly inSmallBins: number;
  /** Left out: with a confidence that was not stated before the day of the value. */
  readonly late: number;
}

/** How good stated probabilities were. */
export interface ForecastScore {
  /** Mean squared distance of what was stated and what happened: 0 is perfect, 0.25 is what always saying 50 % gets. */
  readonly brier: number;
  /** 1 - Brier / (share x (1 - share)) of what happened; null where all or none happened. */
  readonly skill: number | null;
  /** Mean stated probability less the share that happened; above 0: more sure than right. */
  readonly bias: number;
  readonly stated: number;
  readonly happened: number;
}

/** Measures whose stated confidence lies between two percentages; the last bin holds its upper end too. */
export interface ConfidenceBin {
  readonly fromPercent: number;
  readonly toPercent: number;
  readonly n: number;
  /** Mean of what was stated, 0 to 1. */
  readonly stated: number;
  readonly hits: Share;
  readonly interval: ShareRange | null;
}

/** Anticipated against actual. */
export interface Calibration {
  /** Those that can be judged and those that cannot, by the day they were due, newest first. */
  readonly due: readonly DueMeasure[];
  readonly all: HitRate;
  /** Types with five measured ones each; the others together, last. */
  readonly types: readonly TypeHitRate[];
  readonly confidence: StatedConfidence;
  readonly dropped: readonly DroppedMeasure[];
  /** Measures that are not due: their day is to come, or they have none. */
  readonly later: { readonly dated: number; readonly next: string | null; readonly undated: number };
  /** Measures of stopped epics: they are in no count and no rate. `due`: those whose day has come. */
  readonly ofStopped: { readonly measures: number; readonly due: number };
}
