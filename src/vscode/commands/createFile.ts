import path from 'node:path';
import * as vscode from 'vscode';
import { ProblemError } from '../../model/problem.ts';
import { insideRepository } from '../insideRepository.ts';

/**
 * Makes a file of the repository (`file`, inside it), with the folders on its way. Rejects with `file/exists` rather than
 * write over one, and with `file/outside-repository` when a link on its way leads out.
 */
export async function createFile(root: string, file: string, text: string): Promise<void> {
  const create = new vscode.WorkspaceEdit();
  const isTaken = (await insideRepository(root, file)) !== null;
  create.createFile(vscode.Uri.file(path.join(root, file)), { overwrite: false, contents: Buffer.from(text, 'utf8') });
  if (isTaken || !(await vscode.workspace.applyEdit(create))) throw new ProblemError({ code: 'file/exists', file });
}
