import path from 'node:path';
import * as vscode from 'vscode';
import { fromBoardSchema, type BoardState, type FromBoard, type ToBoard } from '../../protocol/boardProtocol.ts';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session } from '../session.ts';
import { problemState } from '../views/outcomeState.ts';
import { runAction } from './actions.ts';
import { createBoardMoves } from './boardMoves.ts';
import { boardState } from './boardState.ts';
import { pageHtml, pageOptions } from './html.ts';
import { receive } from './receive.ts';

/** Draws the epics of the current repository in a panel, anew whenever one changed, and moves them when asked. */
export function showBoard(
  panel: vscode.WebviewPanel,
  session: Session,
  errors: ErrorBoundary,
  extensionUri: vscode.Uri,
): Disposable {
  const owned = createDisposables();
  const moves = createBoardMoves(session, errors);
  let reading = new AbortController();
  /** The page listens: not before it said so, and not while it is hidden, when VS Code drops it. */
  let listening = false;
  let shownBefore = false;
  let posted = '';

  function send(message: ToBoard): void {
    void panel.webview.postMessage(message);
  }

  function post(state: BoardState): void {
    const text = JSON.stringify(state);
    if (text === posted) return;
    posted = text;
    send({ t: 'state', state });
  }

  /** The ages take longest to read: what was known of them is shown meanwhile. */
  async function read(): Promise<void> {
    reading.abort();
    const { signal } = (reading = new AbortController());
    try {
      const lens = await session.repository();
      for (const ages of ['known', 'read'] as const) {
        const board = await lens.board(ages, signal);
        const outcomes = await lens.outcomes(signal);
        if (signal.aborted) return;
        post(boardState(board, { outcomes, repository: path.basename(lens.root) }));
      }
    } catch (error) {
      const problem = signal.aborted ? null : errors.problemOf('read the epics', error);
      if (problem !== null) post(problemState(problem));
    }
  }

  async function handle(message: FromBoard): Promise<void> {
    switch (message.t) {
      case 'ready':
        posted = '';
        // Shown again: what no watcher saw meanwhile is looked at, commits too.
        if (shownBefore) await session.refresh();
        shownBefore = listening = true;
        return read();
      case 'move':
      case 'undo': {
        const answer = await moves(message);
        // The card is in its new place before anybody hears of it.
        await read();
        send(answer);
        return;
      }
      case 'run':
        return runAction(message.action, message.argument);
    }
  }

  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  panel.webview.options = pageOptions(extensionUri);
  owned.register(receive(panel.webview, fromBoardSchema, errors, 'answer the Portfolio board', handle));
  owned.register(session.onDidChange(() => void (listening && read())));
  // Shown again, the page is a new one: it says `ready`, and everything is read anew.
  owned.register(
    panel.onDidChangeViewState(() => {
      if (!panel.visible) listening = false;
    }),
  );
  owned.register({ dispose: () => reading.abort() });
  panel.webview.html = pageHtml(panel.webview, extensionUri, 'board');
  return owned;
}
