import * as vscode from 'vscode';
import { CONTEXT_KEYS } from './ids.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import { isBelow } from './fsPaths.ts';
import { repositoriesOf, repositoryAround } from './repositoryFolders.ts';

/**
 * Which folder's repository is looked at: the person's pick, else the one around the active editor's file, else the first.
 * Looks at the disk from the first `current` on, and runs no git.
 */
export interface RepositoryChoice extends Disposable {
  /** The choice as far as it is known now; null without an open folder. */
  readonly folder: string | null;
  /** The opened folders; in place of one that is in no repository those of its folders that are one. */
  readonly all: readonly string[];
  readonly onDidChange: vscode.Event<void>;
  /** The choice once it is known. */
  current(): Promise<string | null>;
  /** Looks for repositories anew. `known` are others of which VS Code tells, the last ones when absent. */
  lookAgain(known?: readonly string[]): Promise<void>;
  pick(folder: string): void;
}

export function createRepositoryChoice(): RepositoryChoice {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<void>());
  let all: readonly string[] = folders();
  let current = all[0] ?? null;
  let picked: string | null = null;
  let told: readonly string[] = [];
  /** Repositories by opened folder. */
  let found: Promise<ReadonlyMap<string, readonly string[]>> | null = null;
  let latest: Promise<void> | null = null;
  let isKnown = false;

  async function find(): Promise<ReadonlyMap<string, readonly string[]>> {
    const each = folders().map(async folder => [folder, await repositoriesOf(folder)] as const);
    return new Map(await Promise.all(each));
  }

  function update(): Promise<void> {
    const looking = look(() => latest === looking);
    latest = looking;
    return looking;
  }

  async function look(isLatest: () => boolean): Promise<void> {
    const [active, places] = await Promise.all([aroundActive(), (found ??= find())]);
    if (!isLatest()) return;
    const others = told.filter(root => [...places.keys()].some(folder => isBelow(folder, root)));
    // A folder above repositories is none itself.
    const mine = active !== null && (places.get(active)?.includes(active) ?? true) ? active : null;
    all = [...new Set([...[...places.values()].flat(), ...others, ...(mine === null ? [] : [mine])])];
    setSeveral();
    // Without an active file the last choice stays, so that focusing a panel does not switch the repository.
    const wanted = [picked, mine, current].find(folder => folder !== null && all.includes(folder));
    const next = wanted ?? all[0] ?? null;
    const tell = isKnown && next !== current;
    isKnown = true;
    current = next;
    if (tell) changed.fire();
  }

  function setSeveral(): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.severalRepositories, all.length > 1);
  }

  function lookAgain(known = told): Promise<void> {
    told = known;
    found = null;
    return update();
  }

  /** Nobody has asked yet: there is nothing to keep up to date. */
  const ifAsked = (act: () => Promise<void>) => () => {
    if (latest !== null) void act();
  };
  owned.register(vscode.workspace.onDidChangeWorkspaceFolders(ifAsked(lookAgain)));
  owned.register(vscode.window.onDidChangeActiveTextEditor(ifAsked(update)));
  setSeveral();
  return {
    get folder() {
      return current;
    },
    get all() {
      return all;
    },
    onDidChange: changed.event,
    async current() {
      for (let looking = latest ?? update(); ; looking = latest ?? looking) {
        await looking;
        if (looking === latest) return current;
      }
    },
    lookAgain,
    pick(folder) {
      picked = folder;
      if (all.includes(folder)) current = folder;
    },
    dispose: () => owned.dispose(),
  };
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter(folder => folder.uri.scheme === 'file')
    .map(folder => folder.uri.fsPath);
}

/** The repository around the active file, when that is in an opened folder. */
async function aroundActive(): Promise<string | null> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const folder = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
  return uri?.scheme === 'file' && folder !== undefined ? repositoryAround(uri.fsPath, folder.uri.fsPath) : null;
}
