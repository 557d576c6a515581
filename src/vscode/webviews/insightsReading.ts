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
import { definitionFragment } from '../../wording/figures/definition.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session, SessionState } from '../session.ts';
import { settings } from '../settings.ts';
import { problemState } from '../views/outcomeState.ts';
import { runAction } from './actions.ts';
import { pageHtml, pageOptions } from './html.ts';
import { showAnswers } from './insightsAnswers.ts';
import { createInsightsRequests } from './insightsRequests.ts';
import { insightsState } from './insightsState.ts';
import { receive } from './receive.ts';

/** Progress is told at most this often: a message a batch would only slow the reading. */
const PROGRESS_EVERY = 5_000;

/** A panel that is shown. */
export interface ShownInsights extends Disposable {
  /** Writes the retrospective of what the panel shows, once the page is there to draw it. */
  exportRetrospective(): Promise<void>;
}

/** Draws the flow of the current repository in a panel, and reads again when asked, or when there may be something new. */
export function showInsights(
  panel: vscode.WebviewPanel,
  session: Session,
  errors: ErrorBoundary,
  extensionUri: vscode.Uri,
): ShownInsights {
  const owned = createDisposables();
  let filter: InsightsFilter = DEFAULT_FILTER;
  let reading: AbortController | null = null;
  let lookingAhead = new AbortController();
  /** The page listens: not before it said so, and not while it is hidden, when VS Code drops it. */
  let listening = false;
  let shownBefore = false;
  /** What was read last; null when that failed. */
  let readRepository: RepositoryLens | null = null;
  /** The person stopped the reading: it begins again only when they say so. */
  let stopped = false;
  /** Something happened while the history was read. */
  let missed = false;
  let posted = '';
  let itemIds: readonly string[] = [];
  /** The page asked for the first time. */
  let heard: (isThere: boolean) => void = () => undefined;
  const pageIsThere = new Promise<boolean>(resolve => (heard = resolve));
  const requests = createInsightsRequests({
    lens: () => session.repository(),
    filter: () => filter,
    post: message => void panel.webview.postMessage(message),
    itemIds: () => itemIds,
    problemOf: error => errors.problemOf('read the outcomes', error),
    changed: () => session.refresh('files'),
  });

  function post(state: InsightsState): void {
    const text = JSON.stringify(state);
    if (text === posted) return;
    posted = text;
    void panel.webview.postMessage({ t: 'state', state } satisfies ToInsights);
  }

  /** `quietly`: what is shown stays until there is something else to show. */
  async function read({ quietly }: { readonly quietly: boolean }): Promise<void> {
    reading?.abort();
    lookingAhead.abort();
    const controller = new AbortController();
    reading = controller;
    stopped = missed = false;
    const mine = () => reading === controller;
    try {
      const lens = await session.repository();
      if (!mine()) return;
      readRepository = lens;
      const repository = path.basename(lens.root);
      if (!quietly) post({ kind: 'reading', repository, filter, commits: 0 });
      let told = 0;
      const { weeks, type, team } = filter;
      const request = { window: { weeks }, type, team, use: 'view', solo: settings.soloRepository() } as const;
      const onProgress = (commits: number): void => {
        if (!mine() || commits - told < PROGRESS_EVERY) return;
        told = commits;
        post({ kind: 'reading', repository, filter, commits });
      };
      await showAnswers({
        flow: lens.flow(request, onProgress, controller.signal),
        learn: lens.learn(type, controller.signal),
        quietly,
        problemOf: error => errors.problemOf('read the outcomes', error),
        show(answer, learnt) {
          if (!mine()) return;
          itemIds = answer.state === 'shown' ? answer.items.map(({ id }) => id) : [];
          post(insightsState(answer, learnt, { repository, filter }));
        },
      });
      if (!mine()) return;
      lookingAhead = new AbortController();
      // It only saves time: what goes wrong is told when the filter is used.
      lens.flowAhead(request, lookingAhead.signal).catch(() => undefined);
    } catch (error) {
      if (!mine()) return;
      const problem = errors.problemOf('read the flow of work', error);
      stopped = problem === null;
      if (!stopped) readRepository = null;
      post(problem === null ? cancelled() : problemState(problem));
    } finally {
      if (mine()) finished();
    }
  }

  function finished(): void {
    reading = null;
    if (missed && !stopped) void read({ quietly: true });
  }

  /** The history is read only when main moved; otherwise the answer is at hand and equals what is shown. */
  function onSessionChange(state: SessionState): void {
    if (!listening || isTyping(state)) return;
    const other = readRepository !== null && state.kind === 'answers' && state.lens !== readRepository;
    if (other) void read({ quietly: false });
    else if (reading !== null) missed = true;
    else if (!stopped) void read({ quietly: true });
  }

  async function handle(message: FromInsights): Promise<void> {
    switch (message.t) {
      case 'ready':
        posted = '';
        filter = message.filter ?? filter;
        // Shown again: what no watcher saw meanwhile is looked at, commits too.
        if (shownBefore) await session.refresh();
        shownBefore = listening = true;
        heard(true);
        return read({ quietly: false });
      case 'filter':
        filter = message.filter;
        return read({ quietly: false });
      case 'cancel':
        reading?.abort();
        return;
      case 'explain':
        await vscode.commands.executeCommand(
          'markdown.showPreview',
          vscode.Uri.joinPath(extensionUri, 'docs', 'metrics.md').with({ fragment: definitionFragment(message.topic) }),
        );
        return;
      case 'prepare':
      case 'export':
      case 'focus':
      case 'retrospective':
      case 'openItem':
        return requests.handle(message);
      case 'run':
        if (message.action !== 'openInsights') await runAction(message.action, message.argument);
        if (message.action === 'openInsights' || message.action === 'refresh') await read({ quietly: false });
    }
  }

  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  panel.webview.options = pageOptions(extensionUri);
  owned.register(receive(panel.webview, fromInsightsSchema, errors, 'answer the Insights panel', handle));
  owned.register(session.onDidChange(onSessionChange));
  owned.register(settings.onDidChange(() => listening && void read({ quietly: false })));
  // Shown again, the page is a new one: it says `ready`, and everything is read anew.
  owned.register(
    panel.onDidChangeViewState(() => {
      if (!panel.visible) listening = false;
    }),
  );
  owned.register({
    dispose() {
      reading?.abort();
      lookingAhead.abort();
      heard(false);
      // What is still under way must not speak to a panel that is gone.
      reading = null;
    },
  });
  panel.webview.html = pageHtml(panel.webview, extensionUri, 'insights');
  return {
    dispose: () => owned.dispose(),
    async exportRetrospective() {
      if (await pageIsThere) await requests.exportRetrospective();
    },
  };
}

/** Half a word in an epic file is no news about the flow of work; saving it is. */
function isTyping(state: SessionState): boolean {
  return state.kind === 'answers' && state.outcomes.epics.some(({ unsaved }) => unsaved);
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
