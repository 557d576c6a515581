import path from 'node:path';
import * as vscode from 'vscode';
import type { OutcomeLens, RepositoryLens } from '../lens/outcomeLens.ts';
import { ProblemError, type Problem } from '../model/problem.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import type { WhyAnswer } from '../model/why.ts';
import type { OutcomesFolder } from '../model/epic.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import type { ErrorBoundary } from './errors.ts';
import { createRepositoryChoice } from './repositoryChoice.ts';
import { settings } from './settings.ts';
import { watchRepository } from './watchRepository.ts';

/** What the views show: nothing yet, why there is nothing, or the answers about one repository's current branch. */
export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'answers';
      readonly lens: RepositoryLens;
      /** Folder name of the repository. */
      readonly name: string;
      readonly several: boolean;
      readonly why: WhyAnswer;
      readonly ready: ReadyAnswer;
      readonly outcomes: OutcomesFolder;
    };

/** The one object that knows the current repository and its branch. Views listen to it; nothing runs until `start`. */
export interface Session extends Disposable {
  readonly state: SessionState;
  readonly onDidChange: vscode.Event<SessionState>;
  /** Begins to read and to watch. Called when a view shows or a command runs; later calls do nothing. */
  start(): void;
  /** Reads again; resolves when the state is up to date. */
  refresh(): Promise<void>;
  /** The current repository, opened if need be. Rejects with a `ProblemError` when there is none. */
  repository(): Promise<RepositoryLens>;
  choose(folder: string): Promise<void>;
  readonly choices: readonly string[];
}

export function createSession(loadLens: () => Promise<OutcomeLens>, errors: ErrorBoundary): Session {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<SessionState>());
  const choice = owned.register(createRepositoryChoice());
  let state: SessionState = { kind: 'loading' };
  let started = false;
  let running: AbortController | null = null;
  let opened: { readonly folder: string; readonly lens: RepositoryLens; readonly watch: Disposable } | null = null;
  let staleWhileUnfocused = false;

  owned.register({ dispose: () => running?.abort() });
  owned.register({ dispose: () => opened?.watch.dispose() });

  function show(next: SessionState): void {
    state = next;
    changed.fire(next);
  }

  async function repository(): Promise<RepositoryLens> {
    if (!started) listen();
    const { folder } = choice;
    if (folder === null) throw new ProblemError({ code: 'workspace/no-folder' });
    if (!vscode.workspace.isTrusted) throw new ProblemError({ code: 'workspace/untrusted' });
    if (opened?.folder === folder) return opened.lens;
    opened?.watch.dispose();
    opened = null;
    const lens = await (await loadLens()).open(folder);
    opened = { folder, lens, watch: watchRepository(lens, onRepositoryChange) };
    return lens;
  }

  function onRepositoryChange(): void {
    opened?.lens.invalidate();
    if (vscode.window.state.focused) void refresh();
    else staleWhileUnfocused = true;
  }

  async function refresh(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const next = await read(controller.signal);
    if (running === controller && next !== null) show(next);
  }

  async function read(signal: AbortSignal): Promise<SessionState | null> {
    try {
      const lens = await repository();
      const [why, outcomes, ready] = await Promise.all([
        lens.why(signal),
        lens.outcomes(),
        lens.ready({ epic: null, gate: null, strict: false }, signal),
      ]);
      const name = path.basename(lens.root);
      return { kind: 'answers', lens, name, several: choice.all.length > 1, why, ready, outcomes };
    } catch (error) {
      const problem = signal.aborted ? null : errors.problemOf('read the repository', error);
      return problem === null ? null : { kind: 'problem', problem };
    }
  }

  function start(): void {
    if (started) return;
    listen();
    void refresh();
  }

  function listen(): void {
    started = true;
    owned.register(choice.onDidChange(() => void refresh()));
    owned.register(vscode.workspace.onDidGrantWorkspaceTrust(() => void refresh()));
    owned.register(settings.onDidChange(onRepositoryChange));
    owned.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused || !staleWhileUnfocused) return;
        staleWhileUnfocused = false;
        void refresh();
      }),
    );
  }

  return {
    get state() {
      return state;
    },
    onDidChange: changed.event,
    start,
    repository,
    async refresh() {
      if (!started) listen();
      opened?.lens.invalidate();
      if (state.kind === 'problem') {
        // A repository may have appeared where there was none.
        opened?.watch.dispose();
        opened = null;
      }
      await refresh();
    },
    async choose(folder) {
      choice.pick(folder);
      await refresh();
    },
    get choices() {
      return choice.all;
    },
    dispose: () => owned.dispose(),
  };
}
