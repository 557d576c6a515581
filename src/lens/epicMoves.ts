import type { Epic, OutcomesFolder } from '../model/epic.ts';
import { dayIn } from '../model/calendarDay.ts';
import { ProblemError } from '../model/problem.ts';
import type { Stage } from '../model/stage.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import type { LensPorts } from './ports.ts';

/** What a move changes: the stage (`day` is its calendar day, `YYYY-MM-DD`) or the key result. null: there is none. */
export type MoveStep =
  | { readonly field: 'stage'; readonly from: Stage | null; readonly to: Stage | null; readonly day: string }
  | { readonly field: 'keyResult'; readonly from: string | null; readonly to: string | null };

/** A move of an epic, for a file that holds `text` now. */
export interface PreparedMove {
  /** Path inside the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** null when the epic is there already. */
  readonly edit: TextEdit | null;
  readonly step: MoveStep;
}

/** Prepares moves of epics. */
export interface EpicMoves {
  /**
   * The move to a stage. Rejects with `file/changed-underneath` when the epic is not in `from`, where it is given, or when the
   * file is written so that no plain edit does it.
   */
  moveTo(path: string, stage: Stage, from?: Stage | null): Promise<PreparedMove>;
  /** The move under a key result, or (null) under none. Rejects as `moveTo`. */
  moveUnder(path: string, keyResult: string | null, from?: string | null): Promise<PreparedMove>;
  /**
   * The way back of a move that was made: to the byte where the file is as the move left it, else the field alone. Rejects as
   * `moveTo` when the epic is no longer where the move put it.
   */
  takeBack(move: PreparedMove): Promise<PreparedMove>;
}

export function createEpicMoves(
  ports: LensPorts,
  textOf: (path: string) => Promise<string>,
  snapshot: () => Promise<{ readonly outcomes: OutcomesFolder }>,
): EpicMoves {
  /** undefined where the text has no epic. */
  const placesIn = (path: string, text: string): Partial<Pick<Epic, MoveStep['field']>> =>
    ports.epics.parseEpic({ path, text, origin: 'file', unsaved: false }).epic ?? {};

  async function fieldEdit(path: string, text: string, step: MoveStep): Promise<TextEdit> {
    const { field } = step;
    const edits = await ports.epics.edits();
    const edit = field === 'stage' ? edits.setStage(text, step.to, step.day) : edits.setKeyResult(text, step.to);
    return made(path, edit, `"${field}"`);
  }

  return {
    async moveTo(path, to, from) {
      const text = await textOf(path);
      const { team } = (await snapshot()).outcomes;
      const { stage: now } = placesIn(path, text);
      if (from !== undefined && now !== from) throw movedMeanwhile(path);
      const day = dayIn(team.timeZone, ports.now());
      const step: MoveStep = { field: 'stage', from: now ?? null, to, day };
      return { path, text, edit: now === to ? null : await fieldEdit(path, text, step), step };
    },

    async moveUnder(path, to, from) {
      const text = await textOf(path);
      const { keyResult: now } = placesIn(path, text);
      if (from !== undefined && now !== from) throw movedMeanwhile(path);
      const step: MoveStep = { field: 'keyResult', from: now ?? null, to };
      return { path, text, edit: now === to ? null : await fieldEdit(path, text, step), step };
    },

    async takeBack({ path, text: before, edit, step }) {
      const text = await textOf(path);
      const back = backOf(step);
      if (edit !== null && text === applyEdits(before, [edit])) {
        const end = edit.start + edit.text.length;
        return { path, text, edit: { start: edit.start, end, text: before.slice(edit.start, edit.end) }, step: back };
      }
      if (placesIn(path, text)[step.field] !== step.to) throw movedMeanwhile(path);
      return { path, text, edit: await fieldEdit(path, text, back), step: back };
    },
  };
}

function backOf(step: MoveStep): MoveStep {
  return step.field === 'stage'
    ? { field: 'stage', from: step.to, to: step.from, day: step.day }
    : { field: 'keyResult', from: step.to, to: step.from };
}

/** Says what to write by hand where no plain edit does it. */
export function made(file: string, edit: TextEdit | null, field: string): TextEdit {
  const detail = `Write ${field} by hand: the front matter is not of a form that can be edited safely`;
  if (edit === null) throw new ProblemError({ code: 'file/changed-underneath', file, detail });
  return edit;
}

/** What was meant is not known then. */
function movedMeanwhile(file: string): ProblemError {
  const detail = `${file} was moved meanwhile; look where it is now, and move it again if need be`;
  return new ProblemError({ code: 'file/changed-underneath', file, detail });
}
