import type { RewrittenValue } from '../../model/learn/calibration.ts';
import type { Measurement } from '../../model/outcome.ts';
import { weekOf } from './changeWeek.ts';
import type { SeenMeasure } from './measureChains.ts';

/**
 * Recorded values that a later version has otherwise, or no more, in the order of the versions. Where a day has several, the
 * first counts, as in every judgement.
 */
export function rewrittenValues(seen: readonly Pick<SeenMeasure, 'on' | 'measure'>[]): RewrittenValue[] {
  return seen.flatMap(({ on, measure }, at) => {
    const after = valuesOf(measure.measured);
    return [...valuesOf(seen[at - 1]?.measure.measured ?? [])].flatMap(([day, from]): RewrittenValue[] => {
      const to = after.get(day) ?? null;
      return to === from ? [] : [{ on: day, from, to, week: weekOf(on) }];
    });
  });
}

function valuesOf(measured: readonly Measurement[]): ReadonlyMap<string, number> {
  return new Map(measured.toReversed().map(({ on, value }) => [on, value]));
}
