import type { Change } from '../lens/outcomeLens.ts';
import type { Disposable } from './disposables.ts';

/** Tells once about changes that come close together. */
export interface Settler extends Disposable {
  /** Tells after `quietMs` without another change; what happened to git weighs more than what happened to files. */
  changed(change: Change, quietMs: number): void;
}

export function createSettler(onSettled: (change: Change) => void): Settler {
  let settling: NodeJS.Timeout | undefined;
  let heaviest: Change = 'files';
  let disposed = false;
  return {
    changed(change, quietMs) {
      if (disposed) return;
      if (change === 'git') heaviest = 'git';
      clearTimeout(settling);
      settling = setTimeout(() => {
        const settled = heaviest;
        heaviest = 'files';
        onSettled(settled);
      }, quietMs);
    },
    dispose() {
      disposed = true;
      clearTimeout(settling);
    },
  };
}
