import path from 'node:path';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import { isEditable, type EpicFile } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import type { TextEdit } from '../../model/textRange.ts';
import type { Session } from '../session.ts';
import { writeThrough } from '../writeThrough.ts';

/**
 * The epic that a command is about: that of the given path, else the branch's. Rejects with `epic/not-found` when there is
 * none, or when only main has it, which nobody edits from here.
 */
export async function epicToEdit(lens: RepositoryLens, wanted: unknown): Promise<EpicFile> {
  const named = typeof wanted === 'string' && wanted !== '' ? wanted : null;
  const file =
    named === null
      ? (await lens.why()).value?.epic
      : (await lens.outcomes()).epics.find(({ path: known }) => known === named);
  if (file == null) throw new ProblemError({ code: 'epic/not-found', detail: named ?? 'An epic for this branch' });
  if (!isEditable(file))
    throw new ProblemError({ code: 'epic/not-found', detail: `${path.posix.basename(file.path)} on this branch` });
  return file;
}

/** Makes the change in the file, through its editor where one is open, and shows the answers of then. */
export async function applyToEpic(
  session: Session,
  lens: RepositoryLens,
  file: EpicFile,
  { text, edit }: { readonly text: string; readonly edit: TextEdit | null },
): Promise<void> {
  if (edit !== null) await writeThrough(path.join(lens.root, file.path), file.path, text, edit);
  await session.refresh('files');
}
