import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import { settings } from './settings.ts';

/** A branch switch touches several files at once; one answer is enough. */
const SETTLE_MS = 120;

/**
 * Watches what an answer depends on: HEAD, refs and config of the repository, the files in `outcomes/`, and open editors
 * of those files. Uses VS Code's own watcher; no process of ours, no timer while nothing changes.
 */
export function watchRepository(lens: RepositoryLens, onChange: () => void): Disposable {
  const owned = createDisposables();
  let settling: NodeJS.Timeout | null = null;
  owned.register({ dispose: () => settling !== null && clearTimeout(settling) });

  function changed(): void {
    if (settling !== null) clearTimeout(settling);
    settling = setTimeout(() => {
      settling = null;
      onChange();
    }, SETTLE_MS);
  }

  function watch(base: string, pattern: string): void {
    const watcher = owned.register(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(base), pattern)),
    );
    owned.register(watcher.onDidChange(changed));
    owned.register(watcher.onDidCreate(changed));
    owned.register(watcher.onDidDelete(changed));
  }

  for (const watched of lens.watch) {
    if (path.basename(watched) === 'refs') watch(watched, '**');
    else watch(path.dirname(watched), path.basename(watched));
  }
  const folder = () => path.join(lens.root, settings.outcomesFolder()) + path.sep;
  watch(lens.root, `${settings.outcomesFolder()}/**`);
  const isOurs = (document: vscode.TextDocument) =>
    document.uri.scheme === 'file' && document.uri.fsPath.startsWith(folder());
  owned.register(vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document) && changed()));
  owned.register(vscode.workspace.onDidSaveTextDocument(document => isOurs(document) && changed()));
  owned.register(vscode.workspace.onDidCloseTextDocument(document => isOurs(document) && changed()));
  return owned;
}
