import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';

/** METRICS M3, M12: of fewer whole weeks nothing is said about a usual one. */
const LEAST_WEEKS = 4;

/** Why a series of counts says nothing: all of it is hidden, or too few of its weeks are known and shown. */
export function binsWithheld({ points }: BehaviourSeries, weeks: number): Withheld | null {
  if (points.length > 0 && points.every(({ hidden }) => hidden)) return { code: 'people' };
  return weeks < LEAST_WEEKS ? { code: 'tooFew', what: 'weeks', has: weeks, needs: LEAST_WEEKS } : null;
}
