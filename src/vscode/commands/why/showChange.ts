import * as vscode from 'vscode';
import type { RepositoryLens } from '../../../lens/outcomeLens.ts';
import type { Change } from '../../../model/changeWhy.ts';
import type { ChangedFile } from '../../../model/pathWhy.ts';
import { commitUri } from '../../editor/commitTexts.ts';
import { changeTitle } from './pickCommit.ts';

/** Files that are opened side by side at once. */
const MOST_FILES = 200;

/**
 * Shows what a commit changed, in VS Code's own diff editors: of one file where `path` names a file that it changed, else of
 * all. Rejects with `commit/no-parent`.
 */
export async function showChange(lens: RepositoryLens, change: Change, path: string | null): Promise<void> {
  const files = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Reading the commit…' },
    () => lens.changedFiles(change.hash),
  );
  const only = files.find(file => file.path === path);
  if (only !== undefined) {
    const [, before, after] = sides(lens.root, change, only);
    await vscode.commands.executeCommand('vscode.diff', before, after, `${only.path}: ${changeTitle(change)}`);
    return;
  }
  const resources = files.slice(0, MOST_FILES).map(file => sides(lens.root, change, file));
  const more = files.length > MOST_FILES ? `, the first ${MOST_FILES} files` : '';
  await vscode.commands.executeCommand('vscode.changes', `${changeTitle(change)}${more}`, resources);
}

/** The file's name, and both of its texts; a side that is not there is empty. */
function sides(root: string, { hash }: Change, { path, removed, before }: ChangedFile) {
  return [
    commitUri(root, hash, path),
    commitUri(root, before?.commit ?? null, before?.path ?? path),
    commitUri(root, removed ? null : hash, path),
  ] as const;
}
