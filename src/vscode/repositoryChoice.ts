import * as vscode from 'vscode';
import { CONTEXT_KEYS } from './ids.ts';
import { createDisposables, type Disposable } from './disposables.ts';

/** Which folder's repository is looked at: the person's pick, else the active editor's folder, else the first. */
export interface RepositoryChoice extends Disposable {
  readonly folder: string | null;
  readonly all: readonly string[];
  readonly onDidChange: vscode.Event<void>;
  pick(folder: string): void;
}

export function createRepositoryChoice(): RepositoryChoice {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<void>());
  let picked: string | null = null;
  let current: string | null = null;

  function folders(): string[] {
    return (vscode.workspace.workspaceFolders ?? [])
      .filter(folder => folder.uri.scheme === 'file')
      .map(folder => folder.uri.fsPath);
  }

  function choose(): string | null {
    const all = folders();
    if (picked !== null && all.includes(picked)) return picked;
    const document = vscode.window.activeTextEditor?.document.uri;
    const active = document === undefined ? undefined : vscode.workspace.getWorkspaceFolder(document)?.uri.fsPath;
    if (active !== undefined && all.includes(active)) return active;
    // Without an active file the last choice stays, so that focusing a panel does not switch the repository.
    return current !== null && all.includes(current) ? current : (all[0] ?? null);
  }

  function update(): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.severalRepositories, folders().length > 1);
    const next = choose();
    if (next === current) return;
    current = next;
    changed.fire();
  }

  owned.register(vscode.workspace.onDidChangeWorkspaceFolders(update));
  owned.register(vscode.window.onDidChangeActiveTextEditor(update));
  current = choose();
  update();
  return {
    get folder() {
      return current;
    },
    get all() {
      return folders();
    },
    onDidChange: changed.event,
    pick(folder) {
      picked = folder;
      current = choose();
    },
    dispose: () => owned.dispose(),
  };
}
