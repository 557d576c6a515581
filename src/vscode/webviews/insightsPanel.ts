import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { PANELS } from '../ids.ts';
import type { Session } from '../session.ts';
import { pageOptions } from './html.ts';
import type { ShownInsights } from './insightsReading.ts';

/** The Insights panel: one at a time, restored after a reload, reading again when the repository or the filter changes. */
export interface Insights extends Disposable {
  open(): Promise<void>;
  /** Opens the panel and writes the retrospective of what it shows. */
  exportRetrospective(): Promise<void>;
}

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly insights: Promise<ShownInsights>;
}

export function createInsights(session: Session, errors: ErrorBoundary, extensionUri: vscode.Uri): Insights {
  const owned = createDisposables();
  let shown: Shown | null = null;

  /** A restored panel may appear beside one that was opened meanwhile: the one in front of the person stays. */
  function adopt(panel: vscode.WebviewPanel): Shown {
    const before = shown;
    // All that the panel says and reads is loaded when there is a panel.
    const insights = import('./insightsReading.ts').then(part =>
      part.showInsights(panel, session, errors, extensionUri),
    );
    const adopted: Shown = { panel, insights };
    shown = adopted;
    panel.onDidDispose(() => {
      if (shown === adopted) shown = null;
      void errors.background('close the Insights panel', async () => (await insights).dispose());
    });
    before?.panel.dispose();
    return adopted;
  }

  function open(): Shown {
    if (shown === null) {
      const options = pageOptions(extensionUri);
      return adopt(vscode.window.createWebviewPanel(PANELS.insights, 'Insights', vscode.ViewColumn.Active, options));
    }
    shown.panel.reveal();
    return shown;
  }

  owned.register({
    dispose() {
      shown?.panel.dispose();
    },
  });
  owned.register(
    vscode.window.registerWebviewPanelSerializer(PANELS.insights, {
      // What was looked at is kept by the page itself, which tells it when it is ready.
      async deserializeWebviewPanel(restored) {
        await adopt(restored).insights;
      },
    }),
  );
  return {
    async open() {
      await open().insights;
    },
    async exportRetrospective() {
      await (await open().insights).exportRetrospective();
    },
    dispose: () => owned.dispose(),
  };
}
