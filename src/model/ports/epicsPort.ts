import type { EpicFile, EpicOrigin, TeamFile, ValueTree } from '../epic.ts';
import type { FocusMetric } from '../flow/focus.ts';
import type { LintFix } from '../lint.ts';
import type { Measurement, Verdict } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import type { TextEdit } from '../textRange.ts';

/** How epic files are read and edited. All pure: text in, values and edits out. */
export interface EpicsPort {
  parseEpic(source: EpicSource): EpicFile;
  parseValueTree(path: string, text: string | null): ValueTree;
  parseTeam(path: string, text: string | null): TeamFile;
  /**
   * The edit that ticks or unticks the item whose box is at `box` (the offset of the character between the brackets).
   * null when the text there is no longer a task box in the other state.
   */
  tick(text: string, box: number, ticked: boolean): TextEdit | null;
  /** A new epic file from the team's template or the built-in one. */
  newEpic(values: NewEpic, template: string | null): string;
  /** File name for a new epic (`PAY-100-guest-checkout.md`), safe on every system. */
  fileName(key: string, title: string): string;
  /** The edit that adds `ticket` to the file's `tickets`; null when it is there already or the file has no front matter. */
  addTicket(text: string, ticket: string): TextEdit | null;
  /** The edit that moves an epic to a stage; null when no plain edit does it. `today` (`YYYY-MM-DD`) is noted as its launch where it goes into review. */
  setStage(text: string, stage: Stage, today: string): TextEdit | null;
  /** The edit that adds a measured value to a measure, by its place in the list; null when no plain edit does it. */
  addMeasurement(text: string, measure: number, measurement: Measurement): TextEdit | null;
  /** The edit that writes down what became of the outcome; null when no plain edit does it. */
  setActual(text: string, actual: WrittenActual): TextEdit | null;
  /** The edit that puts the epic under a key result; null when no plain edit does it. */
  setKeyResult(text: string, keyResult: string): TextEdit | null;
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

export interface EpicSource {
  readonly path: string;
  readonly text: string;
  readonly origin: EpicOrigin;
  readonly unsaved: boolean;
}

export interface NewEpic {
  readonly key: string;
  readonly title: string;
  readonly tickets: readonly string[];
  /** Days to look at the outcome again. */
  readonly reviews: readonly string[];
}
