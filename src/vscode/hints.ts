import * as vscode from 'vscode';
import type { RepositoryLens } from '../lens/outcomeLens.ts';
import type { Finding, LintedEpic } from '../model/lint.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import type { ErrorBoundary } from './errors.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

/** What the linter finds in the epic files of the session's repository. */
export interface FoundHints {
  readonly lens: RepositoryLens;
  readonly linted: readonly LintedEpic[];
}

/** Asks the linter once for all who show what it finds. Quiet asks nothing. */
export interface Hints extends Disposable {
  /** null where nothing is known: quiet, no repository, or not looked yet. */
  readonly found: FoundHints | null;
  /** What is found in the file of this path. */
  of(path: string): readonly Finding[];
  readonly onDidChange: vscode.Event<FoundHints | null>;
}

export function createHints(session: Session, errors: ErrorBoundary): Hints {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<FoundHints | null>());
  let found: FoundHints | null = null;
  let running: AbortController | null = null;
  owned.register({ dispose: () => running?.abort() });

  async function update(): Promise<void> {
    running?.abort();
    const { signal } = (running = new AbortController());
    const { state } = session;
    if (state.kind === 'loading') return;
    const isWanted = state.kind === 'answers' && !settings.quiet();
    const next = isWanted ? { lens: state.lens, linted: await state.lens.lint(signal) } : null;
    if (signal.aborted) return;
    found = next;
    changed.fire(next);
  }

  const updateInBackground = () => void errors.background('look at the epic files', update);
  owned.register(session.onDidChange(updateInBackground));
  owned.register(settings.onDidChange(updateInBackground));
  return {
    get found() {
      return found;
    },
    of: path => found?.linted.find(({ file }) => file.path === path)?.findings ?? [],
    onDidChange: changed.event,
    dispose: () => owned.dispose(),
  };
}
