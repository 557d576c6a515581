import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { COMPLETION_TRIGGERS, completionProvider } from './completions.ts';
import { foldingProvider } from './folding.ts';
import { hoverProvider } from './hovers.ts';
import { linkProvider } from './links.ts';
import { renameProvider } from './rename.ts';
import { symbolProvider } from './symbols.ts';

/** Registers all that helps to write the files of an outcomes folder. */
export function registerLanguage(files: vscode.DocumentSelector, session: Session): Disposable {
  const owned = createDisposables();
  const { languages } = vscode;
  owned.register(languages.registerCompletionItemProvider(files, completionProvider(session), ...COMPLETION_TRIGGERS));
  owned.register(languages.registerHoverProvider(files, hoverProvider(session)));
  owned.register(languages.registerDocumentSymbolProvider(files, symbolProvider, { label: 'Outcome Lens' }));
  owned.register(languages.registerFoldingRangeProvider(files, foldingProvider));
  owned.register(languages.registerDocumentLinkProvider(files, linkProvider(session)));
  owned.register(languages.registerRenameProvider(files, renameProvider(session)));
  return owned;
}
