import * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import type { ErrorBoundary } from '../errors.ts';
import type { Session } from '../session.ts';

/** Proposes tickets in commit messages, from a bundle that is loaded when the first is asked for. */
export function registerCommitLanguage(session: Session, errors: ErrorBoundary): Disposable {
  const messages = [{ language: 'scminput' }, { language: 'git-commit' }];
  return vscode.languages.registerCompletionItemProvider(messages, {
    async provideCompletionItems(document, position, token, { triggerKind }) {
      let found: vscode.CompletionItem[] = [];
      await errors.background('propose tickets', async () => {
        const { commitProposals } = await import('../sourceControl/commitProposals.ts');
        const asked = triggerKind === vscode.CompletionTriggerKind.Invoke;
        found = await commitProposals(session, document, position, asked);
      });
      return token.isCancellationRequested ? [] : found;
    },
  });
}
