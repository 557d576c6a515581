import * as vscode from 'vscode';
import type { Disposable } from './disposables.ts';
import { isBelow } from './fsPaths.ts';
import { LINE_HOVERS, type LineHover } from './editor/whyHover/linePlaces.ts';
import { SETTINGS } from './ids.ts';

const SECTION = 'outcomeLens';

/** The person's settings, read at the moment of use. */
export const settings = {
  /**
   * Folder of the epic files inside the repository; a value that leaves it falls back to the default. Each folder of a
   * window may have its own: `root` says which repository is meant.
   */
  outcomesFolder(root?: string): string {
    const value = read(SETTINGS.folder, 'outcomes', root === undefined ? undefined : scopeOf(root))
      .replaceAll('\\', '/')
      .replace(/^\.\/|\/+$/g, '');
    const leaves = value === '' || value.startsWith('/') || value.split('/').includes('..') || /^[A-Za-z]:/.test(value);
    return leaves ? 'outcomes' : value;
  },
  quiet: () => read(SETTINGS.quiet, false),
  codeLens: () => read(SETTINGS.codeLens, false),
  agents: () => read(SETTINGS.agents, false),
  /** In the person's own settings. */
  turnAgentsOn: () => vscode.workspace.getConfiguration(SECTION).update(SETTINGS.agents, true, true),
  /** Where on a line the hover about it answers. */
  lineHover(): LineHover {
    const value = read<string>(SETTINGS.lineHover, 'lineEnd');
    return LINE_HOVERS.find(known => known === value) ?? 'lineEnd';
  },
  soloRepository: () => read(SETTINGS.soloRepository, false),
  /** VS Code's own git path, so that both run the same git. */
  gitPath(): string | undefined {
    const value = vscode.workspace.getConfiguration('git').inspect<string | string[]>('path')?.globalValue;
    const path = Array.isArray(value) ? value[0] : value;
    return path === '' ? undefined : path;
  },
  onDidChange: (listener: () => void): Disposable =>
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(SECTION)) listener();
    }),
  onDidChangeGitPath: (listener: () => void): Disposable =>
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('git.path')) listener();
    }),
};

function read<T>(key: string, fallback: T, scope?: vscode.Uri): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get<T>(key, fallback);
}

/** The opened folder that holds the root, or that is a part of its repository. */
function scopeOf(root: string): vscode.Uri {
  const uri = vscode.Uri.file(root);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const part = folders.find(folder => folder.uri.scheme === 'file' && isBelow(root, folder.uri.fsPath));
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? part?.uri ?? uri;
}
