import type { Withheld } from './withheld.ts';

/** From a confirmed failed deployment to the one that mended it (DORA: failed deployment recovery time). */
export interface Recovery {
  readonly withheld: Withheld | null;
  readonly failures: number;
  /** Of those, mended by now. */
  readonly recovered: number;
  /** Seconds within which half of the failures were mended; those that are still open count as longer than until now. */
  readonly p50: number | null;
  /** Why there is no `p50`; 'open': half of the failures are not mended yet. */
  readonly p50Withheld: Withheld | 'open' | null;
  /** By time; empty in exports. */
  readonly list: readonly Recovered[];
}

export interface Recovered {
  readonly version: string;
  /** Day of the failed deployment (`YYYY-MM-DD`). */
  readonly on: string;
  /** null: not mended yet. */
  readonly seconds: number | null;
}
