import * as vscode from 'vscode';
import { ProblemError } from '../model/problem.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { diskText } from './diskText.ts';
import { samePath } from './fsPaths.ts';

const TRIES_IN_EDITOR = 3;

/** A change to a file that holds `text` now. */
interface Change {
  readonly uri: vscode.Uri;
  /** Path inside the repository, for messages. */
  readonly file: string;
  readonly text: string;
  readonly edit: TextEdit;
}

/**
 * Applies an edit so that no other byte of the file changes. In a document with unsaved changes it joins them and stays
 * unsaved. A file that a tab shows is edited and saved there, so that undo works in its editor. Any other is written on
 * the disk: an invisible document would remember other line endings, and saving it would run the person's formatters.
 * Rejects with `file/changed-underneath` when `text` is no longer its text, with `file/unreadable` when it is not UTF-8.
 */
export async function writeThrough(fsPath: string, file: string, text: string, edit: TextEdit): Promise<void> {
  const change: Change = { uri: vscode.Uri.file(fsPath), file, text, edit };
  const onDisk = await diskText(fsPath, file);
  const dirty = openDocument(change.uri);
  if (dirty?.isDirty === true) return editDirty(dirty, change);
  if (onDisk?.text !== text) throw changedUnderneath(file);
  if (!isShown(change.uri)) return writeToDisk(change);
  const document = await vscode.workspace.openTextDocument(change.uri);
  if (document.isDirty) return editDirty(document, change);
  // VS Code knows one kind of line ending a file: where the texts differ, it would rewrite the rest.
  if (document.getText() !== text) return writeToDisk(change);
  await editAndSave(document, change);
}

async function editDirty(document: vscode.TextDocument, change: Change): Promise<void> {
  if (document.getText() !== change.text || !(await replace(document, change.edit)))
    throw changedUnderneath(change.file);
}

async function writeToDisk({ uri, file, text, edit }: Change): Promise<void> {
  const now = await diskText(uri.fsPath, file);
  if (now?.text !== text) throw changedUnderneath(file);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(now.mark + applyEdits(text, [edit]), 'utf8'));
}

/**
 * VS Code may be reading the document again from the disk at this moment, after another program wrote the file: the document
 * then forgets the edit and has nothing to save.
 */
async function editAndSave(document: vscode.TextDocument, change: Change): Promise<void> {
  for (let tries = 0; tries < TRIES_IN_EDITOR; tries++) {
    if (document.isDirty || document.getText() !== change.text) throw changedUnderneath(change.file);
    await replaceAndSave(document, change);
    if ((await diskText(change.uri.fsPath, change.file))?.text !== change.text) return;
  }
  await writeToDisk(change);
}

async function replaceAndSave(document: vscode.TextDocument, { file, text, edit }: Change): Promise<void> {
  if (!(await replace(document, edit))) throw changedUnderneath(file);
  let cause: unknown;
  try {
    if (await document.save()) return;
  } catch (error) {
    cause = error;
  }
  // Nothing was written, so nothing may look as if it were.
  const end = edit.start + edit.text.length;
  if (document.getText() === applyEdits(text, [edit]))
    await replace(document, { start: edit.start, end, text: text.slice(edit.start, edit.end) });
  throw changedUnderneath(file, cause);
}

async function replace(document: vscode.TextDocument, { start, end, text }: TextEdit): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return vscode.workspace.applyEdit(change);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(document => !document.isClosed && isSame(document.uri, uri));
}

/** The list of tabs lags behind an editor that was just opened. */
function isShown(uri: vscode.Uri): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => isSame(document.uri, uri)) || isInTab(uri);
}

function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .some(({ input }) => {
      if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return isSame(input.uri, uri);
      return input instanceof vscode.TabInputTextDiff && (isSame(input.modified, uri) || isSame(input.original, uri));
    });
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.scheme === b.scheme && samePath(a.fsPath, b.fsPath);
}

function changedUnderneath(file: string, cause?: unknown): ProblemError {
  return new ProblemError({ code: 'file/changed-underneath', file }, cause === undefined ? undefined : { cause });
}
