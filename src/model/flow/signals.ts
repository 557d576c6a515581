import type { ProcessBehaviour } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** A row of a signals file. */
export interface SignalRow {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
  /** How many people answered; null where the file does not say, as for what is counted and not asked. */
  readonly responses: number | null;
}

/** What a signals file holds: rows by day, at most one a day, and the lines (1-based) that could not be read. */
export interface SignalRows {
  readonly rows: readonly SignalRow[];
  readonly unread: readonly number[];
}

/** A series from elsewhere that `team.yaml` names, as read from its file. */
export interface ImportedSeries {
  readonly name: string;
  readonly unit: string | null;
  readonly minimumGroup: number | null;
  /** null when the file is not there or cannot be read. */
  readonly content: SignalRows | null;
}

/** A point of an imported series; `value` null: too few people answered, or the file does not say how many did. */
export interface SignalPoint {
  readonly on: string;
  readonly value: number | null;
}

/** An imported series as it may be shown: the window's rows, with what its own past leads to expect. */
export interface Signal {
  readonly withheld: Withheld | null;
  readonly name: string;
  readonly unit: string | null;
  /** Rows with fewer responses are gaps. */
  readonly least: number;
  readonly points: readonly SignalPoint[];
  readonly behaviour: ProcessBehaviour;
  /** Lines of the file (1-based) that could not be read. */
  readonly unread: readonly number[];
}
