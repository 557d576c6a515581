import * as vscode from 'vscode';
import { ProblemError } from '../model/problem.ts';
import { applyEdits, type TextEdit } from '../model/textRange.ts';
import { diskText } from './diskText.ts';

/**
 * Applies an edit through VS Code, so that undo in the file's editor works. A document that was clean is saved; one with
 * unsaved changes stays unsaved. A file that VS Code would rewrite on saving (mixed line endings), or that changed on
 * the disk a moment ago, is written directly, so that every other byte stays. Rejects with `file/changed-underneath` when
 * `text` is no longer its text.
 */
export async function writeThrough(fsPath: string, file: string, text: string, edit: TextEdit): Promise<void> {
  const uri = vscode.Uri.file(fsPath);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== text) {
    const onDisk = document.isDirty ? null : await diskText(fsPath);
    if (onDisk?.withoutMark !== text) throw new ProblemError({ code: 'file/changed-underneath', file });
    await vscode.workspace.fs.writeFile(uri, Buffer.from(onDisk.mark + applyEdits(text, [edit]), 'utf8'));
    return;
  }
  const wasDirty = document.isDirty;
  const change = new vscode.WorkspaceEdit();
  change.replace(uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) throw new ProblemError({ code: 'file/changed-underneath', file });
  if (!wasDirty && !(await document.save())) throw new ProblemError({ code: 'file/changed-underneath', file });
}
