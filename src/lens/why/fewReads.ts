import { createSharedReads, type SharedReads } from '../sharedReads.ts';

/** Shared reads of which only so many are kept: one more, and all are forgotten. */
export function createFewReads<T>(most: number): SharedReads<T> {
  const reads = createSharedReads<T>();
  const known = new Set<string>();
  const clear = () => {
    known.clear();
    reads.clear();
  };
  return {
    get(key, load, signal) {
      if (!known.has(key) && known.size === most) clear();
      known.add(key);
      return reads.get(key, load, signal);
    },
    clear,
  };
}
