import { setTimeout } from 'node:timers/promises';

/** True after so many milliseconds, or false as soon as `signal` says that nobody waits any more. */
export async function settled(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    return await setTimeout(milliseconds, true, { signal });
  } catch {
    return false;
  }
}
