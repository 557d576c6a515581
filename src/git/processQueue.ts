import { CancelledError } from '../model/problem.ts';

/** Runs `job` when a place is free; first come, first served. */
export type ProcessQueue = <Value>(job: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;

/** A queue with `places` places. A job that is cancelled while it waits never starts and rejects with `CancelledError`. */
export function createProcessQueue(places: number): ProcessQueue {
  const waiting: (() => void)[] = [];
  let free = places;

  async function place(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) throw new CancelledError();
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new CancelledError());
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(enter);
    });
  }

  return async (job, signal) => {
    await place(signal);
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
