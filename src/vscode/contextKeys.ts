import * as vscode from 'vscode';
import { CONTEXT_KEYS } from './ids.ts';
import type { Disposable } from './disposables.ts';
import type { Session } from './session.ts';

/** Keeps the context keys that follow the session's state, for menus. */
export function registerContextKeys(session: Session): Disposable {
  let pinned: boolean | null = null;
  return session.onDidChange(state => {
    const now = state.kind === 'answers' && state.why.value?.ticket?.source === 'pin';
    if (now === pinned) return;
    pinned = now;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.pinned, now);
  });
}
