import * as vscode from 'vscode';
import type { SeenHead } from '../model/branch.ts';
import { createDisposables, type Disposable } from './disposables.ts';

/** Our own watch is quicker where it sees a change; by then there is nothing left to tell. */
const OWN_WATCH_MS = 500;

/** Hears of the repositories that VS Code's git extension has open, and when something of one moved. */
export interface GitListener {
  /** Their roots, whenever one is opened or closed. */
  repositories(roots: readonly string[]): void;
  /** HEAD moved, or `refsMoved`: how far the branch is from its upstream did. Never for a mere change of files. */
  moved(root: string, head: SeenHead, refsMoved: boolean): void;
}

export type FollowGit = (listener: GitListener) => Disposable;

/** The part of the extension's API that is used here. */
interface GitExports {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: GitHead | undefined; readonly onDidChange: vscode.Event<void> };
  readonly onDidCommit: vscode.Event<void>;
  readonly onDidCheckout: vscode.Event<void>;
}

interface GitHead {
  /** 0 for a branch. */
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
  readonly ahead?: number;
  readonly behind?: number;
  readonly upstream?: { readonly remote: string; readonly name: string; readonly commit?: string };
}

/** Follows the extension from when it is there and enabled, which may be later, or never. */
export const followGitExtension: FollowGit = listener => {
  const owned = createDisposables();
  let isFound = false;
  let following: Disposable | null = null;

  function follow(git: GitExports): void {
    following?.dispose();
    // `getAPI` throws while the extension is disabled by `git.enabled`.
    following = git.enabled ? followGitApi(git.getAPI(1), listener) : null;
  }

  async function find(): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExports | undefined>('vscode.git');
    if (extension === undefined || isFound) return;
    isFound = true;
    const git = await extension.activate();
    if (git === undefined) return;
    owned.register(git.onDidChangeEnablement(() => follow(git)));
    follow(git);
    owned.register({ dispose: () => following?.dispose() });
  }

  const tryToFind = () => {
    // Without it our own watch is all there is.
    find().catch(() => undefined);
  };
  owned.register(vscode.extensions.onDidChange(tryToFind));
  tryToFind();
  return owned;
};

export function followGitApi(api: GitApi, listener: GitListener): Disposable {
  const owned = createDisposables();
  const followed = new Map<GitRepository, Disposable>();
  const tell = owned.register(
    later(() => listener.repositories(api.repositories.map(({ rootUri }) => rootUri.fsPath))),
  );

  function opened(repository: GitRepository): void {
    followed.get(repository)?.dispose();
    followed.set(repository, followRepository(repository, listener));
    tell.soon();
  }

  owned.register(api.onDidOpenRepository(opened));
  owned.register(
    api.onDidCloseRepository(repository => {
      followed.get(repository)?.dispose();
      followed.delete(repository);
      tell.soon();
    }),
  );
  owned.register({
    dispose: () => {
      for (const each of followed.values()) each.dispose();
    },
  });
  api.repositories.forEach(opened);
  return owned;
}

/** `state.onDidChange` follows every reading of the status, so also every save: what it tells is compared first. */
function followRepository(repository: GitRepository, listener: GitListener): Disposable {
  const { rootUri, state } = repository;
  let told = { head: '', refs: '' };
  const tell = later(() => {
    const { HEAD } = state;
    if (HEAD === undefined) return;
    const now = keysOf(HEAD);
    const refsMoved = told.head === now.head && told.refs !== now.refs;
    told = now;
    const branch = HEAD.type === 0 ? (HEAD.name ?? null) : null;
    listener.moved(rootUri.fsPath, { branch, commit: HEAD.commit ?? null }, refsMoved);
  });
  const look = () => {
    if (state.HEAD === undefined) return;
    const now = keysOf(state.HEAD);
    if (now.head !== told.head || now.refs !== told.refs) tell.soon();
  };
  look();
  const events = [state.onDidChange, repository.onDidCommit, repository.onDidCheckout];
  return vscode.Disposable.from(tell, ...events.map(event => event(look)));
}

function keysOf({ type, name, commit, ahead, behind, upstream }: GitHead): { head: string; refs: string } {
  const refs = [ahead, behind, upstream?.remote, upstream?.name, upstream?.commit];
  return { head: JSON.stringify([type, name, commit]), refs: JSON.stringify(refs) };
}

function later(act: () => void): Disposable & { soon(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(act, OWN_WATCH_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}
