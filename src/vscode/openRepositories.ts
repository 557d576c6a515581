import * as vscode from 'vscode';
import type { Change, OutcomeLens, RepositoryLens } from '../lens/outcomeLens.ts';
import type { SeenHead } from '../model/branch.ts';
import { CancelledError, ProblemError } from '../model/problem.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import { isBelow, samePath } from './fsPaths.ts';
import { watchForRepository, watchRepository } from './watchRepository.ts';

/**
 * The repositories of the window's folders, each opened once, watched, and kept while its folder is there, so that going
 * from one to another loses nothing.
 */
export interface OpenRepositories extends Disposable {
  /** Opens the folder's repository if need be. Rejects with a `CancelledError` when the folder was closed meanwhile. */
  get(folder: string): Promise<RepositoryLens>;
  /** The next `get` opens the folder's repository anew, unless it is being opened at this moment. */
  reopen(folder: string): void;
  /**
   * VS Code's git extension saw HEAD, or the distance to upstream, move in the repository of this root. It tells of what our
   * own watch told before, too: that changes nothing.
   */
  hear(root: string, head: SeenHead, refsMoved: boolean): Promise<void>;
  /** All forget what they read. */
  invalidate(change: Change): void;
}

interface Entry {
  readonly opening: Promise<RepositoryLens>;
  /** null while it opens. */
  lens: RepositoryLens | null;
  /** What the entry holds: its watchers and, while it opens, the cancelling of that. */
  readonly owned: Disposable;
  /** Our own watch told of git since the extension last did. */
  heard: boolean;
}

/** `onChange` hears that something of a folder changed; its lens has forgotten the old by then. */
export function createOpenRepositories(
  loadLens: () => Promise<OutcomeLens>,
  onChange: (folder: string, change: Change) => void,
): OpenRepositories {
  const owned = createDisposables();
  const entries = new Map<string, Entry>();
  /** Folders that have no repository yet. */
  const waiting = new Map<string, Disposable>();
  let disposed = false;

  function open(folder: string): Entry {
    const held = createDisposables();
    const closed = new AbortController();
    held.register({ dispose: () => closed.abort() });
    const stillWanted = () => {
      if (closed.signal.aborted) throw new CancelledError();
    };
    const openLens = async () => {
      const outcomeLens = await loadLens();
      stillWanted();
      const lens = await outcomeLens.open(folder, closed.signal);
      stillWanted();
      held.register(
        watchRepository(lens, change => {
          if (change === 'git') entry.heard = true;
          lens.invalidate(change);
          onChange(folder, change);
        }),
      );
      entry.lens = lens;
      return lens;
    };
    const entry: Entry = { opening: openLens(), lens: null, owned: held, heard: false };
    return entry;
  }

  function failed(folder: string, entry: Entry, error: unknown): void {
    if (entries.get(folder) !== entry) return;
    close(folder);
    if (error instanceof ProblemError && error.problem.code === 'git/no-repository')
      waiting.set(
        folder,
        watchForRepository(folder, () => onChange(folder, 'git')),
      );
  }

  function close(folder: string): void {
    entries.get(folder)?.owned.dispose();
    entries.delete(folder);
    waiting.get(folder)?.dispose();
    waiting.delete(folder);
  }

  owned.register(
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const folder of [...entries.keys(), ...waiting.keys()])
        if (removed.some(({ uri }) => folder === uri.fsPath || isBelow(uri.fsPath, folder))) close(folder);
    }),
  );
  owned.register({
    dispose() {
      disposed = true;
      for (const folder of [...entries.keys(), ...waiting.keys()]) close(folder);
    },
  });

  return {
    async get(folder) {
      if (disposed) throw new CancelledError();
      const held = entries.get(folder);
      if (held !== undefined) return held.opening;
      close(folder);
      const entry = open(folder);
      entries.set(folder, entry);
      entry.opening.catch((error: unknown) => failed(folder, entry, error));
      return entry.opening;
    },
    reopen(folder) {
      if (entries.get(folder)?.lens !== null) close(folder);
    },
    async hear(root, head, refsMoved) {
      for (const [folder, entry] of entries) {
        const { lens, heard } = entry;
        if (lens === null || !samePath(lens.root, root)) continue;
        entry.heard = false;
        if (!(refsMoved && !heard) && !(await lens.isBehind(head))) continue;
        if (entries.get(folder) !== entry) continue;
        lens.invalidate('git');
        onChange(folder, 'git');
      }
    },
    invalidate(change) {
      for (const { lens } of entries.values()) lens?.invalidate(change);
    },
    dispose: () => owned.dispose(),
  };
}
