import type { FocusMetric } from '../model/flow/focus.ts';
import { ProblemError } from '../model/problem.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import type { LensPorts } from './ports.ts';

/** A change to a team file; `text` null: there is none yet, and the edit makes it. The face applies it. */
export interface TeamEdit {
  /** Inside the repository, with `/`. */
  readonly path: string;
  readonly text: string | null;
  readonly edit: TextEdit;
}

/**
 * The change that pins these metrics for the whole repository, or for one of several teams. Rejects with
 * `team/not-written` when the file is written so that no plain edit does it.
 */
export async function focusEdit(
  ports: LensPorts,
  root: string,
  team: string | null,
  metrics: readonly FocusMetric[],
): Promise<TeamEdit> {
  const folder = ports.outcomesFolder();
  const path = team === null ? `${folder}/team.yaml` : `${folder}/teams/${team}.yaml`;
  const file = await ports.files.read(root, path);
  const edit = (await ports.epics.edits()).setFocus(file?.text ?? '', metrics);
  if (edit === null) throw new ProblemError({ code: 'team/not-written', file: path });
  return file === null
    ? { path, text: null, edit: { start: 0, end: 0, text: applyEdits('', [edit]) } }
    : { path, text: file.text, edit };
}
