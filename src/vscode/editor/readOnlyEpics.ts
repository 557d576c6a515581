import path from 'node:path';
import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';

const SCHEME = 'outcome-lens-main';
/** After a reload VS Code restores the editor, but the text is not at hand any more. */
const GONE = 'Open this epic again from the Outcome view.\n';

/** Shows files that only the main branch has, in a read-only editor that says where they come from. */
export interface ReadOnlyEpics extends Disposable {
  /** `file` is its path inside the repository at `root`. */
  show(root: string, file: { readonly path: string; readonly text: string }): Promise<void>;
}

export function createReadOnlyEpics(): ReadOnlyEpics {
  const owned = createDisposables();
  const texts = new Map<string, string>();
  const changed = owned.register(new vscode.EventEmitter<vscode.Uri>());
  owned.register(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => texts.get(uri.toString()) ?? GONE,
    }),
  );
  return {
    async show(root, file) {
      // The folder's name is for people; the whole root keeps two folders of one name apart.
      const place = `/${path.basename(root)}/${file.path}`;
      const uri = vscode.Uri.from({ scheme: SCHEME, path: place, query: root });
      texts.set(uri.toString(), file.text);
      changed.fire(uri);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    },
    dispose: () => owned.dispose(),
  };
}
