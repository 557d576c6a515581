import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import type { WhyHoverPart } from './whyHover/whyHoverPart.ts';

/** The hovers that answer why something is there. */
export interface WhyHovers extends Disposable {
  /** Shows the why of the line at the cursor, whatever the settings are. */
  showAtCursor(): Promise<void>;
}

/** Files, and the commit message of the Source Control view. */
const TEXTS: vscode.DocumentSelector = [{ scheme: 'file' }, { scheme: 'vscode-scm' }];

/**
 * Hovers on lines and ticket keys, and links on those, from a bundle of their own that is loaded when the first text asks
 * for them.
 */
export function createWhyHovers(session: Session): WhyHovers {
  const owned = createDisposables();
  let loading: Promise<WhyHoverPart> | null = null;
  const load = async () => {
    const { createWhyHoverPart } = await import('./whyHover/whyHoverPart.ts');
    return owned.register(createWhyHoverPart(session));
  };
  const part = () => (loading ??= load());
  const isSilent = () => settings.quiet() || !vscode.workspace.isTrusted;

  owned.register(
    vscode.languages.registerHoverProvider(TEXTS, {
      // What a command put there is shown though the settings be silent.
      provideHover: async (...asked) => (isSilent() && loading === null ? null : (await part()).provideHover(...asked)),
    }),
  );
  owned.register(
    vscode.languages.registerDocumentLinkProvider(TEXTS, {
      provideDocumentLinks: async (...asked) => (isSilent() ? [] : (await part()).links.provideDocumentLinks(...asked)),
      resolveDocumentLink: async (...asked) => (await part()).links.resolveDocumentLink?.(...asked),
    }),
  );
  return { showAtCursor: async () => (await part()).showAtCursor(), dispose: () => owned.dispose() };
}
