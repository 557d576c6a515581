import type { EpicFile, EpicOrigin, TeamFile, ValueTree } from '../epic.ts';
import type { FocusMetric } from '../flow/focus.ts';
import type { LintFix } from '../lint.ts';
import type { Measurement, Outcome, Verdict } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import type { TextEdit } from '../textRange.ts';
import type { DocumentsPort } from './documentsPort.ts';

/** How epic files are read and edited. All pure: text in, values and edits out. */
export interface EpicsPort {
  parseEpic(source: EpicSource): EpicFile;
  /** The part of a file's text that `epicVersion` reads. */
  frontMatter(text: string): string;
  /** What front matter says of a few things. Reads no Markdown and tells no problem, as nobody mends an old version. */
  epicVersion(frontMatter: string): EpicVersion;
  parseValueTree(path: string, text: string | null): ValueTree;
  parseTeam(path: string, text: string | null): TeamFile;
  /**
   * The edit that ticks or unticks the item whose box is at `box` (the offset of the character between the brackets).
   * null when the text there is no longer a task box in the other state.
   */
  tick(text: string, box: number, ticked: boolean): TextEdit | null;
  /** File name for a new epic (`PAY-100-guest-checkout.md`), safe on every system. */
  fileName(key: string, title: string): string;
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
  /** Templates, loaded when they are first asked for. */
  documents(): Promise<DocumentsPort>;
  /** The edit that puts the epic under a key result, or (null) under none; null when no plain edit does it. */
  setKeyResult(text: string, keyResult: string | null): TextEdit | null;
  /** The edit of a quick fix; null when no plain edit does it. */
  lintFix(text: string, fix: LintFix): TextEdit | null;
  /** The edit that pins these metrics in a team file; null when no plain edit does it. */
  setFocus(text: string, metrics: readonly FocusMetric[]): TextEdit | null;
}

/** What a version of an epic file says; null for what it does not say, or what cannot be read. */
export interface EpicVersion {
  readonly key: string | null;
  readonly stage: Stage | null;
  readonly outcome: Outcome | null;
  /** `YYYY-MM-DD` */
  readonly launched: string | null;
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
