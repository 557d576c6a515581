import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs git in `folder` and returns what it printed. Rejects when git fails. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute('git', args, { cwd: folder, env: gitEnvironment(), maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Starts a git that is fed through stdin. */
export function spawnGit(folder: string, ...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn('git', args, { cwd: folder, env: gitEnvironment(), stdio: 'pipe' });
}

/**
 * The caller's environment without anything that could change what git makes: no configuration of the machine or the user,
 * no template with hooks, no variables of a git that happens to run us. Reflogs get an invented name and a fixed date.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_TEMPLATE_DIR: '',
    GIT_DEFAULT_HASH: 'sha1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_COMMITTER_NAME: 'Sample Shop',
    GIT_COMMITTER_EMAIL: 'sample@example.invalid',
  };
}
