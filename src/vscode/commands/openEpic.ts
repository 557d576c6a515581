import path from 'node:path';
import * as vscode from 'vscode';
import { ProblemError } from '../../model/problem.ts';
import { settings } from '../settings.ts';
import type { Command } from './context.ts';

/**
 * Opens an epic file (by its path in the repository), `value-tree.yaml` or `team.yaml`; without an argument the branch's
 * epic. A second argument names the value to select (`outcome.statement`).
 */
export const openEpic: Command = async (context, wanted, valuePath) => {
  const lens = await context.session.repository();
  const { epics } = await lens.outcomes();
  const folder = settings.outcomesFolder();
  if (typeof wanted === 'string' && /^(?:value-tree|team)\.yaml$/.test(path.posix.basename(wanted))) {
    await showFile(path.join(lens.root, folder, path.posix.basename(wanted)), null);
    return;
  }
  const file = typeof wanted === 'string' ? epics.find(epic => epic.path === wanted) : (await lens.why()).value?.epic;
  if (file == null)
    throw new ProblemError({
      code: 'epic/not-found',
      detail: typeof wanted === 'string' ? wanted : 'An epic for this branch',
    });
  const range =
    typeof valuePath === 'string' ? (file.ranges.get(valuePath) ?? file.ranges.get('outcome') ?? null) : null;
  if (file.origin === 'main') await context.readOnlyEpics.show(file);
  else await showFile(path.join(lens.root, file.path), range);
};

/** Shows a file with a range selected. Rejects with `epic/not-found` when it is gone. */
export async function showFile(
  fsPath: string,
  range: { readonly start: number; readonly end: number } | null,
): Promise<void> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(fsPath));
  } catch (error) {
    throw new ProblemError({ code: 'epic/not-found', detail: path.basename(fsPath) }, { cause: error });
  }
  const selection =
    range === null ? undefined : new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  await vscode.window.showTextDocument(document, selection === undefined ? {} : { selection });
}
