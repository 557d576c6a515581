import path from 'node:path';
import * as vscode from 'vscode';
import { CancelledError, ProblemError } from '../../../model/problem.ts';
import { shapedText } from '../../../wording/pathWhy.ts';
import { createDisposables, type Disposable } from '../../disposables.ts';
import type { ErrorBoundary } from '../../errors.ts';
import { isBelow } from '../../fsPaths.ts';
import { COMMANDS } from '../../ids.ts';
import type { Session } from '../../session.ts';

class FileLens extends vscode.CodeLens {
  readonly uri: vscode.Uri;
  constructor(uri: vscode.Uri) {
    super(new vscode.Range(0, 0, 0, 0));
    this.uri = uri;
  }
}

/** One line above each file; what it says is read when it is seen, and again when the repository changed. */
export function showCodeLens(session: Session, errors: ErrorBoundary): Disposable {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<void>());
  /** Files with nothing to say, which have no line: an empty one would take its place. */
  const silent = new Set<string>();
  owned.register(
    session.onDidChange(() => {
      silent.clear();
      changed.fire();
    }),
  );

  async function textOf(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string | null> {
    const stop = new AbortController();
    const listening = token.onCancellationRequested(() => stop.abort());
    try {
      const lens = await session.repository();
      if (!isBelow(lens.root, uri.fsPath)) return null;
      const inside = path.relative(lens.root, uri.fsPath).split(path.sep).join('/');
      const { value } = await lens.whyOfPath(inside, stop.signal);
      return value === null ? null : shapedText(value);
    } catch (error) {
      if (error instanceof CancelledError) return null;
      // Not committed yet, or no repository: nothing to say.
      if (!(error instanceof ProblemError)) errors.problemOf('say what shaped a file', error);
      return null;
    } finally {
      listening.dispose();
    }
  }

  owned.register(
    vscode.languages.registerCodeLensProvider(
      { scheme: 'file' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: ({ uri }) => (silent.has(uri.toString()) ? [] : [new FileLens(uri)]),
        resolveCodeLens: async (lens: FileLens, token) => {
          const title = await textOf(lens.uri, token);
          if (title === null) {
            if (token.isCancellationRequested) return null;
            silent.add(lens.uri.toString());
            changed.fire();
            return null;
          }
          lens.command = { title, command: COMMANDS.whyFile, arguments: [lens.uri] };
          return lens;
        },
      },
    ),
  );
  return owned;
}
