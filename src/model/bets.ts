import type { Belief } from './epic.ts';
import type { EarlySign } from './outcome.ts';

/** A belief, its place in the file's list, and when the team looks at it again. Days are `YYYY-MM-DD`. */
export interface BeliefStanding {
  readonly at: number;
  readonly belief: Belief;
  /** due: the day has come. over: the epic is closed or stopped, so nobody is asked to look. */
  readonly look:
    | { readonly state: 'due'; readonly since: string }
    | { readonly state: 'planned'; readonly on: string }
    | { readonly state: 'noDay' | 'over' };
}

/** An early sign, its place in the file's list, and how it stands. */
export interface SignStanding {
  readonly at: number;
  readonly sign: EarlySign;
  /** late: its day has passed. over: its day has passed, and so has the epic. noDay: no day was written. */
  readonly state: 'late' | 'expected' | 'noDay' | 'over' | 'seen';
}
