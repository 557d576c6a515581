import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { PANELS } from '../ids.ts';
import type { Session } from '../session.ts';
import { pageOptions } from './html.ts';
import { showInsights } from './insightsReading.ts';

/** The Insights panel: one at a time, restored after a reload, reading again when the repository or the filter changes. */
export interface Insights extends Disposable {
  open(): Promise<void>;
}

export function createInsights(session: Session, errors: ErrorBoundary, extensionUri: vscode.Uri): Insights {
  const owned = createDisposables();
  let panel: vscode.WebviewPanel | null = null;

  /** A restored panel may appear beside one that was opened meanwhile: the one in front of the person stays. */
  function adopt(adopted: vscode.WebviewPanel): void {
    const before = panel;
    panel = adopted;
    const shown = showInsights(adopted, session, errors, extensionUri);
    adopted.onDidDispose(() => {
      shown.dispose();
      if (panel === adopted) panel = null;
    });
    before?.dispose();
  }

  owned.register({
    dispose() {
      panel?.dispose();
    },
  });
  owned.register(
    vscode.window.registerWebviewPanelSerializer(PANELS.insights, {
      // What was looked at is kept by the page itself, which tells it when it is ready.
      deserializeWebviewPanel(restored) {
        adopt(restored);
        return Promise.resolve();
      },
    }),
  );
  return {
    open() {
      if (panel === null)
        adopt(
          vscode.window.createWebviewPanel(
            PANELS.insights,
            'Insights',
            vscode.ViewColumn.Active,
            pageOptions(extensionUri),
          ),
        );
      else panel.reveal();
      return Promise.resolve();
    },
    dispose: () => owned.dispose(),
  };
}
