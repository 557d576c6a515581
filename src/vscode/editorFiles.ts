import path from 'node:path';
import * as vscode from 'vscode';
import type { FilesPort } from '../model/ports/filesPort.ts';
import { samePath } from './fsPaths.ts';

/**
 * Unsaved text of open editors first, then the disk: a document without changes may lag behind a file that was changed
 * elsewhere. Texts carry no byte-order mark, as VS Code's documents do.
 */
export function filesWithEditors(disk: FilesPort): FilesPort {
  return {
    list: disk.list,
    exists: disk.exists,
    async read(root, file) {
      const document = openDocument(path.join(root, file));
      if (document?.isDirty === true) return { text: document.getText(), origin: 'editor', unsaved: true };
      const found = await disk.read(root, file);
      return found === null ? null : { ...found, text: found.text.replace(/^\uFEFF/, '') };
    },
  };
}

function openDocument(fsPath: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    document => !document.isClosed && document.uri.scheme === 'file' && samePath(document.uri.fsPath, fsPath),
  );
}
