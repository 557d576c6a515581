import type { FocusMetric } from '../flow/focus.ts';
import type { LintFix } from '../lint.ts';
import type { Measurement, Verdict } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import type { TextEdit } from '../textRange.ts';

/** How the front matter of epic files and team files is edited. All pure: text in, an edit out. */
export interface EpicEditsPort {
  /** The edit that adds `ticket` to the file's `tickets`; null when it is there already or the file has no front matter. */
  addTicket(text: string, ticket: string): TextEdit | null;
  /**
   * The edit that moves an epic to a stage, or (null) to none; null when no plain edit does it. `day` (`YYYY-MM-DD`) is noted as
   * its launch where it goes into review, and taken out again where it goes back.
   */
  setStage(text: string, stage: Stage | null, day: string): TextEdit | null;
  /** The edit that adds a measured value to a measure, by its place in the list; null when no plain edit does it. */
  addMeasurement(text: string, measure: number, measurement: Measurement): TextEdit | null;
  /** The edit that writes down what became of the outcome; null when no plain edit does it. */
  setActual(text: string, actual: WrittenActual): TextEdit | null;
  /** The edit that notes when an early sign was seen, by its place in the list; null when no plain edit does it. */
  markSignSeen(text: string, sign: number, on: string): TextEdit | null;
  /** The edit that writes down a new look at a belief, by its place in the list; null when no plain edit does it. */
  reviseBelief(text: string, belief: number, revised: RevisedBelief): TextEdit | null;
  /** The edit that lists a document (`target`: as seen from the epic file) in an epic; null when no plain edit does it. */
  linkDocument(text: string, label: string, target: string): TextEdit | null;
  /** The edit that puts the epic under a key result, or (null) under none; null when no plain edit does it. */
  setKeyResult(text: string, keyResult: string | null): TextEdit | null;
  /** The edit of a quick fix; null when no plain edit does it. */
  lintFix(text: string, fix: LintFix): TextEdit | null;
  /** The edit that pins these metrics in a team file; null when no plain edit does it. */
  setFocus(text: string, metrics: readonly FocusMetric[]): TextEdit | null;
}

/** What became of an outcome, as a team writes it down. `on` is `YYYY-MM-DD`; the note may be ''. */
export interface WrittenActual {
  readonly verdict: Verdict;
  readonly on: string;
  readonly note: string;
}

/** How sure a team is of a belief now (percent), and when it looks again; null leaves what is written. */
export interface RevisedBelief {
  readonly confidence: number | null;
  readonly review: string | null;
}
