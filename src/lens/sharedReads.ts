import { CancelledError } from '../model/problem.ts';
import { unlessAborted } from './gitAnswers.ts';

/** Long readings by name, each shared by its callers and kept until cleared; a failed one is forgotten. */
export interface SharedReads<T> {
  /**
   * `load` gets a signal that fires when the last caller has left: one that gives up fails no other, and a caller without a
   * signal never leaves. Rejects with `CancelledError` for a caller that left.
   */
  get(key: string, load: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  clear(): void;
}

interface Read<T> {
  readonly value: Promise<T>;
  readonly stop: AbortController;
  callers: number;
}

export function createSharedReads<T>(): SharedReads<T> {
  const reads = new Map<string, Read<T>>();

  function begin(key: string, load: (signal: AbortSignal) => Promise<T>): Read<T> {
    const stop = new AbortController();
    const read: Read<T> = { value: load(stop.signal), stop, callers: 0 };
    reads.set(key, read);
    read.value.catch(() => forget(key, read));
    return read;
  }

  function forget(key: string, read: Read<T>): void {
    if (reads.get(key) === read) reads.delete(key);
  }

  return {
    async get(key, load, signal) {
      if (signal?.aborted === true) throw new CancelledError();
      const read = reads.get(key) ?? begin(key, load);
      read.callers++;
      const leave = () => {
        read.callers--;
        if (read.callers > 0) return;
        // Whoever comes next begins anew.
        forget(key, read);
        read.stop.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await unlessAborted(read.value, signal);
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    clear() {
      reads.clear();
    },
  };
}
