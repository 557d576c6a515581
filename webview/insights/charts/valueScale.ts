import type { Unit } from '../../../src/model/flow/figure.ts';
import { SECONDS_PER_DAY } from '../duration.ts';
import { durationScale, shortestDays, type ScaleKind } from './durationScale.ts';
import { evenStep, evenTicks, logTicks } from './evenTicks.ts';

export interface ValueScale {
  readonly type: ScaleKind;
  readonly domain: readonly [number, number];
  /** Smallest first. */
  readonly ticks: readonly number[];
  /** The value as the scale places it: what is too small for a log scale shares its lowest place. */
  readonly clamp: (value: number) => number;
}

const mostTicks = 6;
const countsOnly: ReadonlySet<Unit> = new Set(['items', 'files', 'lines', 'commits']);

/**
 * The scale that shows all values of a unit. Linear scales begin at zero, or at the least negative value. A log scale is
 * given only where every value can stand on it: a duration always can, other values when they are positive. `counted`: the
 * ticks are whole numbers, as they are for units of things.
 */
export function valueScale(values: readonly number[], unit: Unit, kind: ScaleKind, counted = false): ValueScale {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  if (unit === 'seconds' && low >= 0) return secondsScale(values, kind);
  const least = values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  if (kind === 'log' && least > 0 && least < Infinity) return logScale(least, high);
  return linearScale(low, high, unit, counted);
}

function secondsScale(values: readonly number[], kind: ScaleKind): ValueScale {
  const { domain, ticks } = durationScale(
    values.map(seconds => seconds / SECONDS_PER_DAY),
    kind,
  );
  const least = kind === 'log' ? shortestDays * SECONDS_PER_DAY : 0;
  return {
    type: kind,
    domain: [domain[0] * SECONDS_PER_DAY, domain[1] * SECONDS_PER_DAY],
    ticks: ticks.map(days => days * SECONDS_PER_DAY),
    clamp: value => Math.max(value, least),
  };
}

function logScale(least: number, high: number): ValueScale {
  const domain = [least / 1.25, Math.max(high, least * 4) * 1.25] as const;
  return { type: 'log', domain, ticks: logTicks(...domain, mostTicks + 2), clamp: value => value };
}

function linearScale(low: number, high: number, unit: Unit, counted: boolean): ValueScale {
  const room = unit === 'share' && high > 0.5 && high <= 1 ? 1 : low + (high - low) * 1.08;
  const bottom = low < 0 ? low - (high - low) * 0.08 : 0;
  const top = room > bottom ? room : bottom + 1;
  const unitStep = unit === 'seconds' ? SECONDS_PER_DAY : 1;
  const step = evenStep((top - bottom) / unitStep, mostTicks) * unitStep;
  const whole = counted || countsOnly.has(unit) ? Math.max(1, step) : step;
  return { type: 'linear', domain: [bottom, top], ticks: evenTicks(bottom, top, whole), clamp: value => value };
}
