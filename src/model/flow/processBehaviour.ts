/** How a signal was told from noise; `docs/metrics.md` names the sources. */
export type SignalRule =
  /** Outside the limits. */
  | 'outside'
  /** The step from one value to the next is larger than the range limit. */
  | 'range'
  /** Eight or more in a row on one side of the centre. */
  | 'run'
  /** Three of four in a row beyond the same halfway line. */
  | 'threeOfFour';

/** none: fewer than 6 values; trial: 6 to 11, only rule `outside`; full: all rules. */
export type BaselineState = 'none' | 'trial' | 'full';

/** Centre and limits that hold from one value to another, in the values' unit. */
export interface LimitSegment {
  /** Index of the first value, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly state: BaselineState;
  /** mean: from the mean step; median: from the median step, where a few large steps stretch the mean. */
  readonly version: 'mean' | 'median';
  readonly centre: number;
  /** null: the values hardly ever change, so there are no limits. */
  readonly upper: number | null;
  /** null: no lower limit, as it would lie below zero. */
  readonly lower: number | null;
  /** Largest step from one value to the next that is to be expected. */
  readonly upperRange: number | null;
}

export interface ProcessSignal {
  /** Index of the first value that it is about. */
  readonly index: number;
  readonly rule: SignalRule;
  /** null for `range`: a step says nothing about where the values are. */
  readonly direction: 'up' | 'down' | null;
  /** Indexes of the values that it is about. */
  readonly points: readonly number[];
}

/** A process behaviour chart (XmR): what a series' own past leads to expect, and what departs from it. */
export interface ProcessBehaviour {
  /** Of the last segment. */
  readonly state: BaselineState;
  /** Values that are known. */
  readonly n: number;
  /** Old limits stay; new ones begin only where a signal that lasts has a named cause. Empty while state is `none`. */
  readonly segments: readonly LimitSegment[];
  /** By index. */
  readonly signals: readonly ProcessSignal[];
  /** The steps have too few different sizes for limits to mean much; longer bins would help. */
  readonly chunky: boolean;
}

/** One bin of a series. Days are `YYYY-MM-DD`; `to` is the day after the last. */
export interface SeriesPoint {
  readonly from: string;
  readonly to: string;
  /** null: no value, or hidden to protect people. */
  readonly value: number | null;
  readonly hidden: boolean;
  /** Items behind it; null where hidden. */
  readonly n: number | null;
  /** How the items behind it are called, where they may be; empty in exports. */
  readonly labels: readonly string[];
}

/** A series of bins of whole weeks with what its own past leads to expect. */
export interface BehaviourSeries {
  readonly weeksPerBin: 1 | 2 | 4;
  readonly points: readonly SeriesPoint[];
  readonly behaviour: ProcessBehaviour;
  /** So many bins are hidden for holding little that the others say nothing about a usual one: it has no limits. */
  readonly biased: boolean;
}
