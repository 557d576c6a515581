import type { EpicFile, EpicOrigin, TeamFile, ValueTree } from '../epic.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../stage.ts';
import type { TextEdit } from '../textRange.ts';
import type { DocumentsPort } from './documentsPort.ts';
import type { EpicEditsPort } from './epicEditsPort.ts';

/** How epic files are read and ticked. All pure: text in, values and edits out. */
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
  /** The edits of front matter, loaded when one is first asked for. */
  edits(): Promise<EpicEditsPort>;
  /** Templates, loaded when they are first asked for. */
  documents(): Promise<DocumentsPort>;
}

/** What a version of an epic file says; null for what it does not say, or what cannot be read. */
export interface EpicVersion {
  readonly key: string | null;
  readonly stage: Stage | null;
  readonly outcome: Outcome | null;
  /** `YYYY-MM-DD` */
  readonly launched: string | null;
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
