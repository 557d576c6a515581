import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { pageOptions } from './html.ts';

/** A panel in the editor: one at a time, however often it is opened, and restored after a reload. */
export interface OnePanel<Content> extends Disposable {
  /** Shows the panel; resolves with what is in it. */
  open(): Promise<Content>;
}

interface PanelOptions<Content> {
  readonly viewType: string;
  readonly title: string;
  /** Fills the panel. All that it says and reads may be loaded only then. */
  readonly fill: (panel: vscode.WebviewPanel) => Promise<Content>;
  readonly errors: ErrorBoundary;
  readonly extensionUri: vscode.Uri;
}

interface Shown<Content> {
  readonly panel: vscode.WebviewPanel;
  readonly content: Promise<Content>;
}

export function createOnePanel<Content extends Disposable>(options: PanelOptions<Content>): OnePanel<Content> {
  const { viewType, title, fill, errors, extensionUri } = options;
  const owned = createDisposables();
  let shown: Shown<Content> | null = null;

  /** A restored panel may appear beside one that was opened meanwhile: the one in front of the person stays. */
  function adopt(panel: vscode.WebviewPanel): Shown<Content> {
    const before = shown;
    const adopted: Shown<Content> = { panel, content: fill(panel) };
    shown = adopted;
    panel.onDidDispose(() => {
      if (shown === adopted) shown = null;
      // One that could not be filled has nothing to close; whoever opened it hears why.
      const close = async () => (await adopted.content.catch(() => null))?.dispose();
      void errors.background(`close the ${title} panel`, close);
    });
    // A blank panel would be shown for ever: the next time it is opened it is filled anew.
    adopted.content.catch(() => {
      panel.dispose();
    });
    before?.panel.dispose();
    return adopted;
  }

  owned.register({
    dispose() {
      shown?.panel.dispose();
    },
  });
  owned.register(
    vscode.window.registerWebviewPanelSerializer(viewType, {
      // What was looked at is kept by the page itself, which tells it when it is ready.
      async deserializeWebviewPanel(restored) {
        await adopt(restored).content;
      },
    }),
  );
  return {
    open() {
      if (shown === null) {
        const column = vscode.ViewColumn.Active;
        return adopt(vscode.window.createWebviewPanel(viewType, title, column, pageOptions(extensionUri))).content;
      }
      shown.panel.reveal();
      return shown.content;
    },
    dispose: () => owned.dispose(),
  };
}
