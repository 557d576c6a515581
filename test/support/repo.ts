import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An invented author. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

export const ADA: Person = { name: 'Ada Example', email: 'ada@example.invalid' };
export const BEN: Person = { name: 'Ben Sample', email: 'ben@example.invalid' };
export const CLEO: Person = { name: 'Cleo Model', email: 'cleo@example.invalid' };

export interface CommitOptions {
  readonly author?: Person;
  /** Epoch seconds at which it was written; one hour after the commit before when absent. */
  readonly at?: number;
  /** Epoch seconds at which it landed; `at` when absent. */
  readonly landed?: number;
  /** File texts by path, written and added first. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A real repository in a temporary folder. Every helper that makes a commit returns its hash. */
export interface TestRepo {
  readonly dir: string;
  /** Runs git here and returns what it printed, without the line break at the end. */
  git(...args: readonly string[]): string;
  commit(message: string | Buffer, options?: CommitOptions): string;
  /** Switches to a branch, which is made when it does not exist. */
  switchTo(branch: string): void;
  merge(branches: string | readonly string[], message: string, options?: CommitOptions): string;
  squash(branch: string, message: string, options?: CommitOptions): string;
  tag(name: string): void;
}

const FIRST_COMMIT_AT = 1_700_000_000;
const HOUR = 3600;
const made: string[] = [];

/** A fresh folder that `cleanup` removes. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'outcome-lens-test-')));
  made.push(folder);
  return folder;
}

/** Removes every folder made here; for `afterEach`. */
export function cleanup(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The environment in which tests run git: nobody's settings, no identity. Also for the client under test. */
export function testEnvironment(): Record<string, string> {
  const home = path.join(tmpdir(), 'outcome-lens-test-home');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'gitconfig'), '');
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: path.join(home, 'gitconfig'),
  };
}

/** Runs git in `dir`, in the test environment, as Ada on a fixed day. Throws when git fails. */
export function runGit(
  dir: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  input = '',
): string {
  const env = { ...testEnvironment(), ...identity(ADA, FIRST_COMMIT_AT, FIRST_COMMIT_AT), ...extra };
  const options = { cwd: dir, env, input, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 28 } as const;
  return execFileSync('git', args, options).replace(/\n$/, '');
}

function identity({ name, email }: Person, written: number, landed: number): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: `${written} +0000`,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: `${landed} +0000`,
  };
}

/** A new repository whose first branch is `main`, without commits. */
export function makeRepo(): TestRepo {
  const dir = temporaryFolder();
  runGit(dir, ['init', '--quiet', '--initial-branch=main']);
  return repoAt(dir);
}

/** The helpers for a repository that exists already (a clone, a linked work tree). */
export function repoAt(dir: string): TestRepo {
  let clock = FIRST_COMMIT_AT;
  const git = (...args: readonly string[]) => runGit(dir, args);

  function as(options: CommitOptions): Record<string, string> {
    clock = options.at ?? clock + HOUR;
    return identity(options.author ?? ADA, clock, options.landed ?? clock);
  }

  function finish(args: readonly string[], options: CommitOptions): string {
    runGit(dir, args, as(options));
    return git('rev-parse', 'HEAD');
  }

  function commit(message: string | Buffer, options: CommitOptions = {}): string {
    for (const [file, text] of Object.entries(options.files ?? {})) {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), text);
      git('add', '--', file);
    }
    const messageFile = path.join(git('rev-parse', '--absolute-git-dir'), 'test-message');
    writeFileSync(messageFile, message);
    return finish(['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '-F', messageFile], options);
  }

  return {
    dir,
    git,
    commit,
    switchTo(branch) {
      const exists = git('for-each-ref', `refs/heads/${branch}`) !== '';
      git('switch', '--quiet', ...(exists ? [] : ['--create']), branch);
    },
    merge(branches, message, options = {}) {
      return finish(['merge', '--quiet', '--no-ff', '-m', message, ...[branches].flat()], options);
    },
    squash(branch, message, options = {}) {
      git('merge', '--quiet', '--squash', branch);
      return commit(message, options);
    },
    tag(name) {
      git('tag', name);
    },
  };
}
