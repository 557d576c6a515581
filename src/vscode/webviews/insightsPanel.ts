import path from 'node:path';
import * as vscode from 'vscode';
import type { RepositoryLens } from '../../lens/outcomeLens.ts';
import {
  DEFAULT_FILTER,
  fromInsightsSchema,
  type FromInsights,
  type InsightsFilter,
  type InsightsState,
  type ToInsights,
} from '../../protocol/insightsProtocol.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import { PANELS } from '../ids.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import { problemState } from '../views/outcomeState.ts';
import { runAction } from './actions.ts';
import { pageHtml, pageOptions } from './html.ts';
import { insightsState } from './insightsState.ts';
import { receive } from './receive.ts';

/** Progress is told at most this often: a message a batch would only slow the reading. */
const PROGRESS_EVERY = 5_000;

/** The Insights panel: one at a time, restored after a reload, reading again when the repository or the filter changes. */
export interface Insights extends Disposable {
  open(): Promise<void>;
}

export function createInsights(session: Session, errors: ErrorBoundary, extensionUri: vscode.Uri): Insights {
  const owned = createDisposables();
  let panel: vscode.WebviewPanel | null = null;

  function adopt(adopted: vscode.WebviewPanel): void {
    panel = adopted;
    const shown = owned.register(show(adopted, session, errors, extensionUri));
    adopted.onDidDispose(() => {
      shown.dispose();
      if (panel === adopted) panel = null;
    });
  }

  owned.register({
    dispose() {
      panel?.dispose();
    },
  });
  owned.register(
    vscode.window.registerWebviewPanelSerializer(PANELS.insights, {
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

function show(
  panel: vscode.WebviewPanel,
  session: Session,
  errors: ErrorBoundary,
  extensionUri: vscode.Uri,
): Disposable {
  const owned = createDisposables();
  let filter: InsightsFilter = DEFAULT_FILTER;
  let reading: AbortController | null = null;
  /** The page listens; before that a message would be lost. */
  let listening = false;
  let readRepository: RepositoryLens | null = null;

  const post = (state: InsightsState) => void panel.webview.postMessage({ t: 'state', state } satisfies ToInsights);

  async function read(): Promise<void> {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    const mine = () => reading === controller;
    try {
      const lens = await session.repository();
      readRepository = lens;
      const repository = path.basename(lens.root);
      post({ kind: 'reading', repository, filter, commits: 0 });
      let told = 0;
      const answer = await lens.flow(
        { window: { weeks: filter.weeks }, type: filter.type, use: 'view', solo: settings.soloRepository() },
        commits => {
          if (!mine() || commits - told < PROGRESS_EVERY) return;
          told = commits;
          post({ kind: 'reading', repository, filter, commits });
        },
        controller.signal,
      );
      if (mine()) post(insightsState(answer, repository, filter));
    } catch (error) {
      if (!mine()) return;
      const problem = errors.problemOf('read the flow of work', error);
      post(problem === null ? cancelled() : problemState(problem));
    }
  }

  async function handle(message: FromInsights): Promise<void> {
    switch (message.t) {
      case 'ready':
        listening = true;
        filter = message.filter ?? filter;
        return read();
      case 'filter':
        filter = message.filter;
        return read();
      case 'cancel':
        reading?.abort();
        return;
      case 'explain':
        await vscode.commands.executeCommand(
          'markdown.showPreview',
          vscode.Uri.joinPath(extensionUri, 'docs', 'metrics.md'),
        );
        return;
      case 'run':
        return runAction(message.action, message.argument);
    }
  }

  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  panel.webview.options = pageOptions(extensionUri);
  owned.register(receive(panel.webview, fromInsightsSchema, errors, 'answer the Insights panel', handle));
  owned.register(
    session.onDidChange(state => {
      const other = state.kind === 'answers' && state.lens !== readRepository;
      if (listening && panel.visible && (other || reading === null)) void read();
    }),
  );
  owned.register(settings.onDidChange(() => listening && void read()));
  owned.register({ dispose: () => reading?.abort() });
  panel.webview.html = pageHtml(panel.webview, extensionUri, 'insights');
  return owned;
}

function cancelled(): InsightsState {
  return {
    kind: 'message',
    tone: 'info',
    title: 'Stopped',
    text: 'Reading the history was cancelled. Nothing was kept.',
    actions: [{ id: 'openInsights', label: 'Read Again', primary: true }],
  };
}
