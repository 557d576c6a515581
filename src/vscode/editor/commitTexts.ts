import * as vscode from 'vscode';
import { CancelledError, ProblemError } from '../../model/problem.ts';
import type { Disposable } from '../disposables.ts';
import type { Session } from '../session.ts';

const SCHEME = 'outcome-lens-commit';
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A file as it is in a commit (full hash), for diffs; null: no such file, so an empty text. `path` inside the repository. */
export function commitUri(root: string, commit: string | null, path: string): vscode.Uri {
  const query = new URLSearchParams({ root, commit: commit ?? '' }).toString();
  return vscode.Uri.from({ scheme: SCHEME, path: `/${path}`, query });
}

/** Gives the texts of files in commits, of the repository that the views show, read-only. */
export function registerCommitTexts(session: Session): Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri, token) => {
      const asked = new URLSearchParams(uri.query);
      const commit = asked.get('commit') ?? '';
      if (!HASH.test(commit)) return '';
      const stop = new AbortController();
      const listening = token.onCancellationRequested(() => stop.abort());
      try {
        const lens = await session.repository();
        if (lens.root !== asked.get('root')) return '';
        return (await lens.fileAt(commit, uri.path.slice(1), stop.signal)) ?? '';
      } catch (error) {
        if (error instanceof ProblemError || error instanceof CancelledError) return '';
        throw error;
      } finally {
        listening.dispose();
      }
    },
  });
}
