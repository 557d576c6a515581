import type { Place } from './nearestPlace.ts';

/** A stretch of time, in epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something in a chart that can be pointed at, walked to and read out. */
export interface Mark extends Place {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What it covers where it is more than a dot. */
  readonly box: Box | null;
  /** Its place for the arrow keys: `along` from left to right, `across` upwards. */
  readonly along: number;
  readonly across: number;
}
