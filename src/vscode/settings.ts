import type { Disposable } from './disposables.ts';
import * as vscode from 'vscode';
import { SETTINGS } from './ids.ts';

const SECTION = 'outcomeLens';

/** The person's settings, read at the moment of use. */
export const settings = {
  /** Folder of the epic files inside the repository; a value that leaves it falls back to the default. */
  outcomesFolder(): string {
    const value = read(SETTINGS.folder, 'outcomes')
      .replaceAll('\\', '/')
      .replace(/^\.\/|\/+$/g, '');
    const leaves = value === '' || value.startsWith('/') || value.split('/').includes('..') || /^[A-Za-z]:/.test(value);
    return leaves ? 'outcomes' : value;
  },
  quiet: () => read(SETTINGS.quiet, false),
  soloRepository: () => read(SETTINGS.soloRepository, false),
  /** VS Code's own git path, so that both run the same git. */
  gitPath(): string | undefined {
    const value = vscode.workspace.getConfiguration('git').inspect<string | string[]>('path')?.globalValue;
    return Array.isArray(value) ? value[0] : value;
  },
  onDidChange: (listener: () => void): Disposable =>
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(SECTION)) listener();
    }),
};

function read<T>(key: string, fallback: T): T {
  return vscode.workspace.getConfiguration(SECTION).get<T>(key, fallback);
}
