import * as vscode from 'vscode';
import { createDisposables, type Disposable } from '../disposables.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import type { WhyHoverPart } from './whyHover/whyHoverPart.ts';

/** Files, and the commit message of the Source Control view. */
const TEXTS: vscode.DocumentSelector = [{ scheme: 'file' }, { scheme: 'vscode-scm' }];

/** Hovers and links on ticket keys, from a bundle of their own that is loaded when the first text asks for them. */
export function registerWhyHovers(session: Session): Disposable {
  const owned = createDisposables();
  let loading: Promise<WhyHoverPart> | null = null;
  const part = () =>
    (loading ??= import('./whyHover/whyHoverPart.ts').then(({ createWhyHoverPart }) => createWhyHoverPart(session)));
  const isSilent = () => settings.quiet() || !vscode.workspace.isTrusted;

  owned.register(
    vscode.languages.registerHoverProvider(TEXTS, {
      provideHover: async (...asked) => (isSilent() ? null : (await part()).provideHover(...asked)),
    }),
  );
  owned.register(
    vscode.languages.registerDocumentLinkProvider(TEXTS, {
      provideDocumentLinks: async (...asked) => (isSilent() ? [] : (await part()).links.provideDocumentLinks(...asked)),
      resolveDocumentLink: async (...asked) => (await part()).links.resolveDocumentLink?.(...asked),
    }),
  );
  return owned;
}
