import * as vscode from 'vscode';
import type { EpicFile } from '../../model/epic.ts';
import { createDisposables, type Disposable } from '../disposables.ts';

const SCHEME = 'outcome-lens-main';

/** Shows epic files that only the main branch has, in a read-only editor that says where they come from. */
export interface ReadOnlyEpics extends Disposable {
  show(file: EpicFile): Promise<void>;
}

export function createReadOnlyEpics(): ReadOnlyEpics {
  const owned = createDisposables();
  const texts = new Map<string, string>();
  const changed = owned.register(new vscode.EventEmitter<vscode.Uri>());
  owned.register(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => texts.get(uri.path) ?? '',
    }),
  );
  return {
    async show(file) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${file.path}` });
      texts.set(uri.path, file.text);
      changed.fire(uri);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    },
    dispose: () => owned.dispose(),
  };
}
