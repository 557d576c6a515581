import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const pending = new Set<() => void>();

/** Runs `task` when this process ends, also by an interruption. Returns a function that calls it off. */
export function atExit(task: () => void): () => void {
  if (process.listenerCount('exit', runPending) === 0) {
    process.on('exit', runPending);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
  }
  pending.add(task);
  return () => pending.delete(task);
}

/** The latest first, as with anything that was built up in steps. */
function runPending(): void {
  for (const task of [...pending].reverse()) task();
}

/** A fresh folder below the system's temporary folder, which does not outlive this process. */
export interface ScratchFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a scratch folder whose name starts with `prefix`. */
export async function makeScratchFolder(prefix: string): Promise<ScratchFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `${prefix}-`));
  // A process that is just ending may still write, hence the retries.
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  const forget = atExit(() => rmSync(folder, options));
  return {
    path: folder,
    remove: async () => {
      await rm(folder, options);
      forget();
    },
  };
}
