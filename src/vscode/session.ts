import path from 'node:path';
import * as vscode from 'vscode';
import type { Change, OutcomeLens, RepositoryLens } from '../lens/outcomeLens.ts';
import { CancelledError, ProblemError, type Problem } from '../model/problem.ts';
import type { ReadyAnswer } from '../model/ready.ts';
import type { WhyAnswer } from '../model/why.ts';
import type { OutcomesFolder } from '../model/epic.ts';
import { createDisposables, type Disposable } from './disposables.ts';
import type { ErrorBoundary } from './errors.ts';
import type { FollowGit } from './gitExtension.ts';
import { createOpenRepositories } from './openRepositories.ts';
import { createRepositoryChoice } from './repositoryChoice.ts';
import { settings } from './settings.ts';

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
  /** Reads again what `change` (`git`, so everything, when absent) can change; resolves when the state is up to date. */
  refresh(change?: Change): Promise<void>;
  /** The current repository, or that of a folder, opened if need be. Rejects with a `ProblemError` when there is none. */
  repository(folder?: string): Promise<RepositoryLens>;
  choose(folder: string): Promise<void>;
  /** The repositories to choose from, as they are now. */
  choices(): Promise<readonly string[]>;
}

export function createSession(
  loadLens: () => Promise<OutcomeLens>,
  errors: ErrorBoundary,
  loadFollowGit: () => Promise<FollowGit>,
): Session {
  const owned = createDisposables();
  const changed = owned.register(new vscode.EventEmitter<SessionState>());
  const choice = owned.register(createRepositoryChoice());
  const repositories = owned.register(createOpenRepositories(loadLens, onRepositoryChange));
  let state: SessionState = { kind: 'loading' };
  let started = false;
  let disposed = false;
  let running: AbortController | null = null;
  let latest = Promise.resolve();
  let staleWhileUnfocused = false;

  owned.register({
    dispose() {
      disposed = true;
      running?.abort();
    },
  });

  async function repository(wanted?: string): Promise<RepositoryLens> {
    if (disposed) throw new CancelledError();
    if (!started) listen();
    const folder = wanted ?? (await choice.current());
    if (folder === null) throw new ProblemError({ code: 'workspace/no-folder' });
    if (!vscode.workspace.isTrusted) throw new ProblemError({ code: 'workspace/untrusted' });
    return repositories.get(folder);
  }

  /** Another repository than the current one is read when it is looked at again. */
  function onRepositoryChange(folder: string): void {
    if (folder === choice.folder) refreshWhenSeen();
  }

  function refreshWhenSeen(): void {
    if (vscode.window.state.focused) void refresh();
    else staleWhileUnfocused = true;
  }

  async function refresh(): Promise<void> {
    running?.abort();
    if (disposed) return;
    running = new AbortController();
    let reading = showNext(running.signal);
    latest = reading;
    await reading;
    // A reading that a newer one stopped is up to date when that one is.
    while (latest !== reading) {
      reading = latest;
      await reading;
    }
  }

  async function showNext(signal: AbortSignal): Promise<void> {
    const next = await read(signal);
    if (signal.aborted || next === null) return;
    state = next;
    changed.fire(next);
    // It may have gone, and others may have come.
    if (next.kind === 'problem' && next.problem.code === 'git/no-repository') void choice.lookAgain();
  }

  /** Where there was a problem the repository is opened anew: one may have appeared, or moved. */
  async function readAgain(change: Change): Promise<void> {
    if (state.kind === 'problem' && choice.folder !== null) repositories.reopen(choice.folder);
    repositories.invalidate(change);
    await refresh();
  }

  async function read(signal: AbortSignal): Promise<SessionState | null> {
    try {
      const lens = await repository();
      const [why, outcomes, ready] = await Promise.all([
        lens.why(signal),
        lens.outcomes(signal),
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
    void errors.background('follow the git extension', followGit);
    owned.register(choice.onDidChange(() => void refresh()));
    owned.register(vscode.workspace.onDidGrantWorkspaceTrust(() => void refresh()));
    owned.register(
      settings.onDidChange(() => {
        repositories.invalidate('files');
        refreshWhenSeen();
      }),
    );
    owned.register(
      settings.onDidChangeGitPath(() => {
        if (state.kind === 'problem') void readAgain('git');
      }),
    );
    owned.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused || !staleWhileUnfocused) return;
        staleWhileUnfocused = false;
        void refresh();
      }),
    );
  }

  /** What the git extension tells is welcome, never needed. */
  async function followGit(): Promise<void> {
    const follow = await loadFollowGit();
    owned.register(
      follow({
        repositories: roots => void lookAgain(roots),
        moved: (...news) => void repositories.hear(...news),
      }),
    );
  }

  async function lookAgain(roots: readonly string[]): Promise<void> {
    await choice.lookAgain(roots);
    if (state.kind === 'problem' && state.problem.code === 'git/no-repository') await readAgain('git');
  }

  return {
    get state() {
      return state;
    },
    onDidChange: changed.event,
    start,
    repository,
    async refresh(change = 'git') {
      if (!started) listen();
      await readAgain(change);
    },
    async choose(folder) {
      choice.pick(folder);
      await refresh();
    },
    async choices() {
      await choice.lookAgain();
      return choice.all;
    },
    dispose: () => owned.dispose(),
  };
}
