import path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageDocument } from '../../../language/document.ts';
import { epicKeyAt, renameEpic } from '../../../language/renameEpic.ts';
import type { Session } from '../../session.ts';
import { rangeOf } from './ranges.ts';
import { surroundingsOf } from './surroundings.ts';

const MAX_FILES = 2000;

/** Gives an epic another key in every file of the outcomes folder that names it, and in its file's name. */
export function renameProvider(session: Session): vscode.RenameProvider {
  return {
    async prepareRename(document, position) {
      const around = await surroundingsOf(document, session);
      if (around === null) throw new Error(ELSEWHERE);
      const found = epicKeyAt(around.document, document.offsetAt(position), around.context);
      if ('refused' in found) throw new Error(found.refused);
      return { range: rangeOf(document, found.range), placeholder: found.key };
    },
    async provideRenameEdits(document, position, newName) {
      const around = await surroundingsOf(document, session);
      if (around === null) throw new Error(ELSEWHERE);
      const { root, context } = around;
      const found = epicKeyAt(around.document, document.offsetAt(position), context);
      if ('refused' in found) throw new Error(found.refused);
      const documents = await documentsBelow(root, context.folder);
      const files = [...documents].map(([file, open]): LanguageDocument => ({ path: file, text: open.getText() }));
      const renaming = renameEpic(files, found.key, newName, context);
      if ('refused' in renaming) throw new Error(renaming.refused);
      const changes = new vscode.WorkspaceEdit();
      for (const { path: file, edits } of renaming.edits) {
        const target = documents.get(file);
        if (target !== undefined)
          for (const edit of edits) changes.replace(target.uri, rangeOf(target, edit), edit.text);
      }
      const { file } = renaming;
      if (file !== null) changes.renameFile(uriOf(root, file.from), uriOf(root, file.to), { overwrite: false });
      return changes;
    },
  };
}

const ELSEWHERE = 'This file is not part of the repository that Outcome Lens shows.';

/** The Markdown files of the outcomes folder, as open editors have them. */
async function documentsBelow(root: string, folder: string): Promise<ReadonlyMap<string, vscode.TextDocument>> {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(path.join(root, folder)), '**/*.md');
  const found = await vscode.workspace.findFiles(pattern, null, MAX_FILES);
  const documents = new Map<string, vscode.TextDocument>();
  for (const uri of found.sort((a, b) => (a.fsPath < b.fsPath ? -1 : 1)))
    documents.set(
      path.relative(root, uri.fsPath).split(path.sep).join('/'),
      await vscode.workspace.openTextDocument(uri),
    );
  return documents;
}

function uriOf(root: string, file: string): vscode.Uri {
  return vscode.Uri.file(path.join(root, file));
}
