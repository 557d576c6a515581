import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import { outcomeFiles } from './outcomeFiles.ts';

/** Helps to write epic files, from a bundle of its own that is loaded when the first file of an outcomes folder is opened. */
export function registerEpicLanguage(session: Session, errors: ErrorBoundary): Disposable {
  const owned = createDisposables();
  let registered: Disposable | null = null;
  let loading = false;

  async function load(): Promise<void> {
    const { registerLanguage } = await import('./language/languagePart.ts');
    const register = () => {
      registered?.dispose();
      registered = registerLanguage(outcomeFiles(), session);
    };
    register();
    owned.register(settings.onDidChange(register));
    owned.register({ dispose: () => registered?.dispose() });
  }

  const look = (document: vscode.TextDocument) => {
    if (loading || vscode.languages.match(outcomeFiles(), document) === 0) return;
    loading = true;
    void errors.background('help with epic files', load);
  };
  owned.register(vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
  return owned;
}
