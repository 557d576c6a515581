import type * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { PANELS } from '../ids.ts';
import type { Session } from '../session.ts';
import { createOnePanel } from './onePanel.ts';

/** The Insights panel, reading again when the repository or the filter changes. */
export interface Insights extends Disposable {
  open(): Promise<void>;
  /** Opens the panel and writes the retrospective of what it shows. */
  exportRetrospective(): Promise<void>;
}

export function createInsights(session: Session, errors: ErrorBoundary, extensionUri: vscode.Uri): Insights {
  const panel = createOnePanel({
    viewType: PANELS.insights,
    title: 'Insights',
    fill: async shown => {
      const part = await import('./insightsReading.ts');
      return part.showInsights(shown, session, errors, extensionUri);
    },
    errors,
    extensionUri,
  });
  return {
    async open() {
      await panel.open();
    },
    async exportRetrospective() {
      await (await panel.open()).exportRetrospective();
    },
    dispose: () => panel.dispose(),
  };
}
