import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 250;
/** A lock folder without a readable owner belongs to a process that died between the two writes. */
const ownerlessMs = 10_000;
/** Longer than any install; guards against a process number that was given to another program. */
const longestMs = 15 * 60_000;

/**
 * Runs `work` while holding the lock folder, so that two processes never fill the cache at once.
 * A lock whose owner no longer runs is taken over. The lock saves work; what keeps the cache whole is that installs are
 * made aside and moved into place, so two owners at once would still be harmless.
 */
export async function withCacheLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(lock), { recursive: true });
  let told = false;
  while (!(await tryTake(lock))) {
    if (await isStale(lock)) {
      await discard(lock);
      continue;
    }
    if (!told) console.log('Waiting for another process that is installing the test host …');
    told = true;
    await pause(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function tryTake(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(path.join(lock, 'owner'), String(process.pid));
  return true;
}

async function isStale(lock: string): Promise<boolean> {
  const info = await stat(lock).catch(() => undefined);
  if (info === undefined) return false;
  const age = Date.now() - info.mtimeMs;
  const owner = Number(await readFile(path.join(lock, 'owner'), 'utf8').catch(() => '0'));
  return owner > 0 ? !isRunning(owner) || age > longestMs : age > ownerlessMs;
}

/** Renames first, because a folder can be moved away only once. */
async function discard(lock: string): Promise<void> {
  const grave = `${lock}-stale-${process.pid}`;
  try {
    await rename(lock, grave);
  } catch {
    return;
  }
  await rm(grave, { recursive: true, force: true });
}

/** Whether a process of this machine has that number, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
