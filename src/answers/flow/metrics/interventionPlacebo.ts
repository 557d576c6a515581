import type { InterventionComparison } from '../../../model/flow/interventions.ts';
import { cohortsAround, isEnough, type Begun, type Cohorts } from './interventionCohorts.ts';

const LEAST_PLACEBOS = 10;
const MOST_PLACEBO_DAYS = 2 * 365;

/**
 * The same comparison around every made-up date, a week apart, of the time before the real one: how many show a shift at
 * least as large as `real`. `shiftOf` tells the shift that is told of the real one. null when fewer than ten dates have
 * enough items.
 */
export function placeboOf(
  begun: readonly Begun[],
  { day, knownFrom, watched }: { readonly day: number; readonly knownFrom: number; readonly watched: number },
  shiftOf: (cohorts: Cohorts) => number | null,
  real: number,
): InterventionComparison['placebo'] {
  const shifts: number[] = [];
  const earliest = Math.max(knownFrom + watched, day - MOST_PLACEBO_DAYS);
  for (let fake = day - watched - 7; fake > earliest; fake -= 7) {
    // What is begun after the real date is not looked at, and each item is watched to the end before it.
    const cohorts = cohortsAround(begun, fake, { knownFrom, today: day }, watched);
    if (!isEnough(cohorts)) continue;
    const shift = shiftOf(cohorts);
    if (shift !== null) shifts.push(Math.abs(shift));
  }
  if (shifts.length < LEAST_PLACEBOS) return null;
  return { dates: shifts.length, asLarge: shifts.filter(shift => shift >= Math.abs(real)).length };
}
