import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { runGit, testEnvironment } from './repo.ts';

/** Histories of public projects without their people, and the branch that work lands on. */
export const SHARED_HISTORIES = {
  kafka: 'trunk',
  'kafka-small': 'trunk',
  'spring-boot': 'main',
  'ha-frontend': 'dev',
  wildfly: 'main',
  'wildfly-small': 'main',
} as const;
export type SharedHistory = keyof typeof SHARED_HISTORIES;

const DATA = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/**
 * A bare repository with that history, made once and kept in the system's temporary folder. null when the data folder is
 * not there; in CI that is an error.
 */
export async function sharedHistory(name: SharedHistory): Promise<string | null> {
  const file = path.join(DATA, `${name}.fi.gz`);
  if (!existsSync(file)) {
    if (process.env['CI'] === 'true') throw new Error(`${name}.fi.gz is missing: CI needs the shared histories`);
    return null;
  }
  const cache = path.join(tmpdir(), 'outcome-lens-histories');
  const { size } = await stat(file);
  const repository = path.join(cache, `${name}-${size}.git`);
  if (existsSync(repository)) return repository;
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(path.join(cache, 'import-'));
  try {
    await importHistory(file, partial, SHARED_HISTORIES[name]);
    await rename(partial, repository);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another test process was faster.
    if (!existsSync(repository)) throw error;
  }
  return repository;
}

async function importHistory(file: string, repository: string, branch: string): Promise<void> {
  runGit(repository, ['init', '--quiet', '--bare', `--initial-branch=${branch}`]);
  const git = spawn('git', ['fast-import', '--quiet'], {
    cwd: repository,
    env: testEnvironment(),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const closed = once(git, 'close');
  await pipeline(createReadStream(file), createGunzip(), git.stdin);
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`git fast-import of ${path.basename(file)} ended with ${String(code)}`);
}
