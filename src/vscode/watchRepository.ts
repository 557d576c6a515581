import path from 'node:path';
import * as vscode from 'vscode';
import type { Change, RepositoryLens } from '../lens/outcomeLens.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import { isBelow } from './fsPaths.ts';
import { settings } from './settings.ts';
import { createSettler } from './settle.ts';

/** A branch switch touches several files at once; one answer is enough. */
const SETTLE_MS = 120;
/** Whoever types looks at the text, not at the answers. */
const TYPING_MS = 300;
/** `git init` and `git clone` write several files before there is a repository. */
const CREATION_MS = 300;

/**
 * Watches what an answer depends on: HEAD, refs and config of the repository, `outcomes/`, open editors of its files, and
 * what VS Code itself does to other files of the repository, which may be evidence. Uses VS Code's own watcher; no process
 * of ours, no timer while nothing changes.
 */
export function watchRepository(lens: RepositoryLens, onChange: (change: Change) => void): Disposable {
  const owned = createDisposables();
  const settler = owned.register(createSettler(onChange));
  for (const watched of lens.watch) {
    const [base, pattern] =
      path.basename(watched) === 'refs' ? [watched, '**'] : [path.dirname(watched), path.basename(watched)];
    owned.register(watchFiles(base, pattern, () => settler.changed('git', SETTLE_MS)));
  }
  const filesChanged = () => settler.changed('files', SETTLE_MS);
  const outcomes = owned.register(watchOutcomes(lens.root, filesChanged));
  owned.register(watchEditors(lens.root, outcomes, settler.changed));
  return owned;
}

/** Tells when a repository appears in a folder that has none. */
export function watchForRepository(folder: string, onAppear: () => void): Disposable {
  const owned = createDisposables();
  const settler = owned.register(createSettler(onAppear));
  const appeared = () => settler.changed('git', CREATION_MS);
  // No recursive watch: the folder may be somebody's home.
  owned.register(watchFiles(folder, '.git', appeared));
  owned.register(watchFiles(path.join(folder, '.git'), 'HEAD', appeared));
  return owned;
}

interface OutcomesWatch extends Disposable {
  /** Absolute path of the folder as the settings name it. */
  readonly folder: string;
}

/**
 * Watches the outcomes folder and nothing beside it: the opened folder may be a small part of a large repository. A folder
 * that does not exist yet, or that the settings name anew, is watched from then on.
 */
function watchOutcomes(root: string, onChange: () => void): OutcomesWatch {
  const owned = createDisposables();
  let folder = '';
  let watching: Disposable = { dispose: () => undefined };
  owned.register({ dispose: () => watching.dispose() });

  function watch(): void {
    watching.dispose();
    const parts = createDisposables();
    watching = parts;
    folder = path.join(root, settings.outcomesFolder(root));
    parts.register(watchFiles(folder, '**', onChange));
    parts.register(
      watchFiles(path.dirname(folder), path.basename(folder), event => {
        // A watcher of a folder that was not there does not notice that it is there now.
        if (event === 'created') watch();
        onChange();
      }),
    );
  }

  owned.register(
    settings.onDidChange(() => {
      if (path.join(root, settings.outcomesFolder(root)) === folder) return;
      watch();
      onChange();
    }),
  );
  watch();
  return {
    get folder() {
      return folder;
    },
    dispose: () => owned.dispose(),
  };
}

function watchEditors(
  root: string,
  outcomes: OutcomesWatch,
  changed: (change: Change, quietMs: number) => void,
): Disposable {
  const owned = createDisposables();
  const isFile = (uri: vscode.Uri) => uri.scheme === 'file';
  const isOurs = ({ uri }: vscode.TextDocument) => isFile(uri) && isBelow(outcomes.folder, uri.fsPath);
  const touched = (uris: readonly vscode.Uri[]) => {
    if (uris.some(uri => isFile(uri) && isBelow(root, uri.fsPath))) changed('files', SETTLE_MS);
  };
  const { workspace } = vscode;
  owned.register(
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isOurs(document)) changed('files', TYPING_MS);
    }),
  );
  owned.register(
    workspace.onDidCloseTextDocument(document => {
      if (isOurs(document)) changed('files', SETTLE_MS);
    }),
  );
  owned.register(workspace.onDidSaveTextDocument(({ uri }) => touched([uri])));
  owned.register(workspace.onDidCreateFiles(({ files }) => touched(files)));
  owned.register(workspace.onDidDeleteFiles(({ files }) => touched(files)));
  owned.register(workspace.onDidRenameFiles(({ files }) => touched(files.flatMap(file => [file.oldUri, file.newUri]))));
  return owned;
}

function watchFiles(
  base: string,
  pattern: string,
  onEvent: (event: 'changed' | 'created' | 'deleted') => void,
): Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(base), pattern));
  const listening = [
    watcher.onDidChange(() => onEvent('changed')),
    watcher.onDidCreate(() => onEvent('created')),
    watcher.onDidDelete(() => onEvent('deleted')),
  ];
  return vscode.Disposable.from(watcher, ...listening);
}
