import * as vscode from 'vscode';
import { dayIn } from '../../model/calendarDay.ts';
import { fromOutcomeSchema, type ToOutcome } from '../../protocol/outcomeProtocol.ts';
import { createDisposables, type Disposable, type Disposables } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Hints } from '../hints.ts';
import { VIEWS } from '../ids.ts';
import type { Session } from '../session.ts';
import { runAction } from '../webviews/actions.ts';
import { pageHtml, pageOptions } from '../webviews/html.ts';
import { receive } from '../webviews/receive.ts';
import { outcomeState } from './outcomeState.ts';

interface OutcomeViewParts {
  readonly session: Session;
  readonly hints: Hints;
  readonly errors: ErrorBoundary;
  readonly extensionUri: vscode.Uri;
}

/** The Outcome view: draws the session's state, and passes what is clicked on to the commands. */
export function registerOutcomeView(parts: OutcomeViewParts): Disposable {
  const owned = createDisposables();
  let shown: Disposable | null = null;
  owned.register({ dispose: () => shown?.dispose() });
  owned.register(
    vscode.window.registerWebviewViewProvider(VIEWS.outcome, {
      resolveWebviewView(view) {
        shown?.dispose();
        const mine = show(view, parts);
        shown = mine;
        view.onDidDispose(() => {
          mine.dispose();
          if (shown === mine) shown = null;
        });
      },
    }),
  );
  return owned;
}

function show(view: vscode.WebviewView, { session, hints, errors, extensionUri }: OutcomeViewParts): Disposables {
  const owned = createDisposables();
  const post = () => {
    const timeZone = session.state.kind === 'answers' ? session.state.outcomes.team.timeZone : 'UTC';
    const message: ToOutcome = {
      t: 'state',
      state: outcomeState(session.state, dayIn(timeZone, Date.now() / 1000), hints.of),
    };
    void view.webview.postMessage(message);
  };
  view.webview.options = pageOptions(extensionUri);
  owned.register(
    receive(view.webview, fromOutcomeSchema, errors, 'answer the Outcome view', async message => {
      if (message.t === 'run') return runAction(message.action, message.argument);
      session.start();
      post();
    }),
  );
  owned.register(session.onDidChange(post));
  owned.register(hints.onDidChange(post));
  // What was hidden may be out of date by a day, or by everything that happened meanwhile.
  owned.register(view.onDidChangeVisibility(() => view.visible && post()));
  view.webview.html = pageHtml(view.webview, extensionUri, 'outcome');
  return owned;
}
