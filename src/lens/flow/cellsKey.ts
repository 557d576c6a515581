import type { CommitSet } from '../../model/ports/gitPort.ts';

/** Tells whether the identity gate is asked the same as before: two FNV-1a hashes over every commit of every cell, in order. */
export function cellsKey(cells: readonly CommitSet[]): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const mix = (value: number): void => {
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul(b ^ value, 0x85ebca6b) ^ (b >>> 13);
  };
  for (const { items } of cells) {
    mix(items.length);
    for (const commits of items) {
      mix(commits.length);
      for (const hash of commits) mix(Number.parseInt(hash.slice(0, 8), 16));
    }
  }
  return `${cells.length} ${a >>> 0} ${b >>> 0}`;
}
