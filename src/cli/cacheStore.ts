import path from 'node:path';
import type { StorePort } from '../model/ports/storePort.ts';
import { fileStore, noStore } from '../store/fileStore.ts';

const NAME = 'outcome-lens';

/** The command line's cache, in the folder where the system keeps such things; nothing is kept where there is none. */
export function cacheStore(environment: Readonly<NodeJS.ProcessEnv>, platform: NodeJS.Platform): StorePort {
  const folder = cacheFolder(environment, platform);
  return folder === null ? noStore : fileStore(folder);
}

/**
 * `$XDG_CACHE_HOME` wherever it is set; else `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows and `~/.cache`
 * elsewhere. null when the environment names none. Relative values count as not set (XDG Base Directory Specification).
 */
export function cacheFolder(environment: Readonly<NodeJS.ProcessEnv>, platform: NodeJS.Platform): string | null {
  const { join, isAbsolute } = platform === 'win32' ? path.win32 : path.posix;
  const below = (base: string | undefined, ...parts: readonly string[]): string | null =>
    base !== undefined && isAbsolute(base) ? join(base, ...parts) : null;
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = environment;
  const chosen = below(XDG_CACHE_HOME, NAME);
  if (chosen !== null) return chosen;
  if (platform === 'win32') return below(LOCALAPPDATA, NAME, 'Cache');
  return platform === 'darwin' ? below(HOME, 'Library', 'Caches', NAME) : below(HOME, '.cache', NAME);
}
