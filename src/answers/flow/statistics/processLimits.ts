import { median } from './median.ts';

/** Factors for limits of single values and of the steps between them (Wheeler): 3 / 1.128 and so on. */
const MEAN = { limits: 2.66, range: 3.268 };
const MEDIAN = { limits: 3.145, range: 3.865 };
/** Normal data give 1.18; a few outliers stretch the mean step. */
const STRETCHED = 1.8;
/** Of fewer steps, no single one is the odd one out. */
const LEAST_FOR_MEDIAN = 5;

export interface ProcessLimits {
  readonly version: 'mean' | 'median';
  readonly centre: number;
  /** From the centre to either limit; null when the values hardly ever change: then there are no limits. */
  readonly reach: number | null;
  readonly upperRange: number | null;
}

/** Steps from each value to the next one; null where one of them is missing, and for the first. */
export function steps(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, index) => {
    const before = values[index - 1];
    return value === null || before === null || before === undefined ? null : Math.abs(value - before);
  });
}

/**
 * Natural process limits (XmR) in the values' unit: centre +- 2.660 mean steps, or +- 3.145 median steps where the mean
 * step is more than 1.8 times the median one. A missing value (null) breaks the chain of steps. null without values.
 */
export function processLimits(values: readonly (number | null)[]): ProcessLimits | null {
  const known = values.filter(value => value !== null);
  const middle = median(known);
  if (middle === null) return null;
  const ranges = steps(values).filter(step => step !== null);
  const meanRange = mean(ranges);
  const medianRange = median(ranges) ?? 0;
  return ranges.length >= LEAST_FOR_MEDIAN && meanRange > STRETCHED * medianRange
    ? { version: 'median', centre: middle, ...limits(medianRange, MEDIAN) }
    : { version: 'mean', centre: mean(known), ...limits(meanRange, MEAN) };
}

function limits(range: number, factor: typeof MEAN): Pick<ProcessLimits, 'reach' | 'upperRange'> {
  return range === 0
    ? { reach: null, upperRange: null }
    : { reach: factor.limits * range, upperRange: factor.range * range };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
