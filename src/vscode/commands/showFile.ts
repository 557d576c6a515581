import path from 'node:path';
import * as vscode from 'vscode';
import { ProblemError } from '../../model/problem.ts';
import type { TextRange } from '../../model/textRange.ts';
import { insideRepository } from '../insideRepository.ts';

/** Shows a file of the repository with a range selected. Rejects with `epic/not-found` when it is gone. */
export async function showFile(root: string, file: string, range: TextRange | null): Promise<void> {
  const fsPath = await insideRepository(root, file);
  if (fsPath === null) throw notFound(file);
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(fsPath));
  } catch (error) {
    throw notFound(file, error);
  }
  const selection =
    range === null ? undefined : new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  await vscode.window.showTextDocument(document, selection === undefined ? {} : { selection });
}

function notFound(file: string, cause?: unknown): ProblemError {
  const problem = { code: 'epic/not-found', detail: path.posix.basename(file) } as const;
  return new ProblemError(problem, cause === undefined ? undefined : { cause });
}
