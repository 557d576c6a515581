import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { GitConstructError, GitError, GitPluginError, simpleGit } from 'simple-git';
import { CancelledError, ProblemError } from '../model/problem.ts';
import { changeCommand, type GitChange } from './commands/changes.ts';
import type { GitCommand } from './commands/command.ts';
import { readCommand, type GitRead } from './commands/reads.ts';
import { streamCommand, type GitStream } from './commands/streams.ts';
import { FIXED_ARGUMENTS, gitEnvironment } from './environment.ts';
import { problemOfExit, problemOfStart, type GitExit } from './gitFailure.ts';
import { createProcessQueue } from './processQueue.ts';

export interface GitClientOptions {
  /** The git program; `git` from PATH when absent. A function is asked before every process. */
  readonly gitPath?: string | (() => string | undefined);
  /** Asked before every process. */
  readonly isTrusted: () => boolean;
  /** Gets one line a process: what kind of read it is, never its arguments. */
  readonly log?: (line: string) => void;
  /** The caller's environment; `process.env` when absent. Only what git needs of it is passed on. */
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  /** Milliseconds that one process may take. */
  readonly timeLimits?: { readonly read: number; readonly stream: number };
}

/**
 * Runs git, and is the only place that does: at most two processes at once, each with a time limit. Callers say what to
 * read, never how. Everything rejects with a `ProblemError` (`workspace/untrusted`, `git/…`) or, when `signal` fires, with
 * a `CancelledError`.
 */
export interface GitClient {
  /** The whole answer of a small read. */
  read(folder: string, read: GitRead, signal?: AbortSignal): Promise<string>;
  /**
   * Hands the answer on as it comes; the next piece is read when `take` is back. `take` returns false when it has enough:
   * git is stopped and the promise resolves.
   */
  stream(folder: string, stream: GitStream, take: (bytes: Buffer) => boolean, signal?: AbortSignal): Promise<void>;
  change(folder: string, change: GitChange): Promise<void>;
}

const PROCESSES = 2;
const OLDEST = { major: 2, minor: 30 };
const TIME_LIMITS = { read: 20_000, stream: 600_000 };
/** `git config --unset-all` of a name that is not there. */
const NOTHING_TO_UNSET = 5;
const STDERR_KEPT = 4096;

interface Run {
  readonly git: string;
  readonly folder: string;
  readonly command: GitCommand;
  readonly environment: Record<string, string>;
  readonly timeLimit: number;
  readonly signal: AbortSignal | undefined;
}

/** A client for any number of repositories; they share its two places. */
export function createGitClient(options: GitClientOptions): GitClient {
  const environment = gitEnvironment(options.environment ?? process.env);
  const limits = options.timeLimits ?? TIME_LIMITS;
  const queue = createProcessQueue(PROCESSES);
  let usable: { readonly git: string; readonly checked: Promise<void> } | null = null;

  function gitProgram(): string {
    const { gitPath } = options;
    return (typeof gitPath === 'function' ? gitPath() : gitPath) ?? 'git';
  }

  function enqueue<Value>(kind: string, folder: string, run: () => Promise<Value>, signal?: AbortSignal) {
    return queue(async () => {
      if (signal?.aborted === true) throw new CancelledError();
      if (!options.isTrusted()) throw new ProblemError({ code: 'workspace/untrusted' });
      if (!existsSync(folder)) throw new ProblemError({ code: 'git/no-repository', detail: 'no such folder' });
      options.log?.(`git: ${kind}`);
      return run();
    }, signal);
  }

  function settings(folder: string, command: GitCommand, timeLimit: number, signal?: AbortSignal): Run {
    return { git: gitProgram(), folder, command, environment, timeLimit, signal };
  }

  /** Looks at a git's version once; a failure is tried again, so that an installed git is found without a restart. */
  function checkUsable({ git, folder }: Run): Promise<void> {
    if (usable?.git === git) return usable.checked;
    const run = { ...settings(folder, readCommand({ read: 'version' }), limits.read), git };
    const checked = enqueue('version', folder, async () => checkVersion(await readWhole(run)));
    const checking = { git, checked };
    usable = checking;
    checked.catch(() => {
      if (usable === checking) usable = null;
    });
    return checked;
  }

  return {
    async read(folder, read, signal) {
      const run = settings(folder, readCommand(read), limits.read, signal);
      await checkUsable(run);
      return enqueue(read.read, folder, () => readWhole(run), signal);
    },
    async stream(folder, stream, take, signal) {
      const run = settings(folder, streamCommand(stream), limits.stream, signal);
      await checkUsable(run);
      return enqueue(stream.stream, folder, () => readStream(run, take), signal);
    },
    async change(folder, change) {
      const run = settings(folder, changeCommand(change), limits.read);
      await checkUsable(run);
      return enqueue(change.change, folder, () => applyChange(run));
    },
  };
}

function checkVersion(answer: string): void {
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(answer) ?? [];
  const found = { major: Number(major), minor: Number(minor) };
  if (found.major > OLDEST.major || (found.major === OLDEST.major && found.minor >= OLDEST.minor)) return;
  throw new ProblemError({ code: 'git/too-old', detail: `${major}.${minor}` });
}

/** Carries the exit through simple-git, which keeps only errors of its own kind. */
class GitExitError extends GitError {
  readonly exit: GitExit;
  constructor(exit: GitExit) {
    super(undefined, 'git failed');
    this.exit = exit;
  }
}

/**
 * Bounded reads go through simple-git. Its guards see only what `commands/` writes; they are opened for the settings
 * that switch programs off and for the caller's own config files, which they would refuse as well.
 */
async function readWhole({ git, folder, command, environment, timeLimit, signal }: Run): Promise<string> {
  try {
    return await simpleGit({
      baseDir: folder,
      binary: git,
      allowEnvironment: Object.keys(environment),
      completion: { onClose: true, onExit: false },
      timeout: { block: timeLimit, stdOut: false, stdErr: false },
      unsafe: {
        allowUnsafeCustomBinary: true,
        allowUnsafeConfigPaths: true,
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
      },
      input: () => command.stdin,
      errors: (error, { exitCode, stdErr }) => {
        if (error instanceof GitPluginError || exitCode === 0) return error;
        return new GitExitError({ code: exitCode, stderr: Buffer.concat(stdErr).toString() });
      },
      ...(signal === undefined ? {} : { abort: signal }),
    })
      .env(environment)
      .raw([...FIXED_ARGUMENTS, ...command.args]);
  } catch (error) {
    if (signal?.aborted === true) throw new CancelledError();
    if (error instanceof GitExitError) throw problemOfExit(error.exit);
    if (error instanceof GitConstructError) throw new ProblemError({ code: 'git/no-repository' }, { cause: error });
    if (error instanceof GitPluginError && error.plugin === 'timeout') throw new ProblemError({ code: 'git/timeout' });
    const notStarted = error instanceof GitError ? NOT_STARTED.exec(error.message)?.[1] : undefined;
    if (notStarted !== undefined) throw problemOfStart(notStarted);
    throw error;
  }
}

/** What simple-git keeps of an error that starting a process throws. */
const NOT_STARTED = /^(?:Error: )?spawn (?:.* )?(E[A-Z0-9]+|UNKNOWN)$/m;

async function readStream(run: Run, take: (bytes: Buffer) => boolean): Promise<void> {
  const exit = await runToEnd(run, take);
  const fine = exit === null || exit.code === 0 || (exit.code === run.command.nothingFound && exit.stderr === '');
  if (!fine) throw problemOfExit(exit);
}

/** Writes bypass simple-git: it takes words such as `alias` in a branch's name for settings that it guards. */
async function applyChange(run: Run): Promise<void> {
  const exit = await runToEnd(run, () => true);
  const done = exit === null || exit.code === 0 || exit.code === NOTHING_TO_UNSET;
  if (!done) throw problemOfExit(exit);
}

/** null when `take` stopped it. Rejects when it was cancelled, took too long or `take` threw. */
function runToEnd(run: Run, take: (bytes: Buffer) => boolean): Promise<GitExit | null> {
  const { command, timeLimit, signal } = run;
  return new Promise((resolve, reject) => {
    let end: (() => void) | null = null;
    let stderr = '';
    const child = startGit(run);
    child.on('error', error => {
      if (child.pid === undefined) reject(problemOfStart(systemErrorOf(error)));
    });
    // Without a process there may be no streams either.
    if (child.pid === undefined) return;
    const stop = (ending: () => void) => {
      end ??= ending;
      child.kill();
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const cancel = () => stop(() => reject(new CancelledError()));
    const timer = setTimeout(() => stop(() => reject(new ProblemError({ code: 'git/timeout' }))), timeLimit);
    signal?.addEventListener('abort', cancel, { once: true });

    child.stdout.on('data', (bytes: Buffer) => {
      if (end !== null) return;
      try {
        if (!take(bytes)) stop(() => resolve(null));
      } catch (error) {
        stop(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!command.aboutPeople && stderr.length < STDERR_KEPT) stderr += text;
    });
    child.stdin.on('error', () => {
      // Git may end before it has read its input; its exit tells why.
    });
    child.stdin.end(command.stdin);
    child.on('close', code => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      if (end === null) resolve({ code, stderr });
      else end();
    });
  });
}

function startGit({ git, folder, command, environment }: Run): ChildProcessWithoutNullStreams {
  try {
    return spawn(git, [...FIXED_ARGUMENTS, ...command.args], { cwd: folder, env: environment, windowsHide: true });
  } catch (error) {
    throw problemOfStart(systemErrorOf(error));
  }
}

function systemErrorOf(error: unknown): string {
  return (error as Partial<NodeJS.ErrnoException> | null)?.code ?? 'UNKNOWN';
}
