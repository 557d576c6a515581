import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 50;

/**
 * Asks again until the answer is neither false nor undefined, and returns it. Fails with `what` after the cap, which is
 * only there so that a broken run ends.
 */
export async function waitFor<T>(
  what: string,
  condition: () => Promise<T | false | undefined>,
  capMs = 30_000,
): Promise<T> {
  const end = Date.now() + capMs;
  for (;;) {
    const answer = await condition();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${capMs / 1000} s in vain until ${what}`);
    await pause(pollMs);
  }
}
