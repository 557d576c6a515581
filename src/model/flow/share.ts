/** A ratio and what it was made from. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** count / of (0 to 1); null without a denominator, or with too small a one: then only "count of of" is said. */
  readonly share: number | null;
}
