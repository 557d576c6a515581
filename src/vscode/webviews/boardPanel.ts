import type * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { PANELS } from '../ids.ts';
import type { Session } from '../session.ts';
import { createOnePanel, type OnePanel } from './onePanel.ts';

/** The Portfolio board: the repository's epics by stage. */
export function createBoard(session: Session, errors: ErrorBoundary, extensionUri: vscode.Uri): OnePanel<Disposable> {
  return createOnePanel({
    viewType: PANELS.board,
    title: 'Portfolio',
    fill: async shown => {
      const part = await import('./boardReading.ts');
      return part.showBoard(shown, session, errors, extensionUri);
    },
    errors,
    extensionUri,
  });
}
