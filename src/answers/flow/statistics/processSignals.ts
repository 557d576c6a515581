import type { BaselineState, ProcessSignal } from '../../../model/flow/processBehaviour.ts';
import { steps, type ProcessLimits } from './processLimits.ts';

/** Values in a row on one side of the centre that are no chance any more. */
export const RUN = 8;

/** A known value of a series. */
interface Known {
  readonly index: number;
  readonly value: number;
}

/**
 * Departures of a part of a series (indexes from `from`) from limits, by Wheeler's rules with strict inequalities, by
 * index. Missing values are passed over, except by the steps. A trial baseline only sees values outside the limits.
 */
export function processSignals(
  values: readonly (number | null)[],
  from: number,
  limits: ProcessLimits,
  floor: number,
  state: BaselineState,
): ProcessSignal[] {
  if (state === 'none') return [];
  const known = values.flatMap((value, at) => (value === null ? [] : [{ index: from + at, value }]));
  const { centre, reach, upperRange } = limits;
  const signals: ProcessSignal[] = [];
  if (reach !== null)
    for (const { index, value } of known) {
      const below = value < centre - reach && centre - reach > floor;
      if (value > centre + reach || below)
        signals.push({ index, rule: 'outside', direction: below ? 'down' : 'up', points: [index] });
    }
  if (state === 'full') {
    if (upperRange !== null)
      for (const [at, step] of steps(values).entries())
        if (step !== null && step > upperRange)
          signals.push({ index: from + at, rule: 'range', direction: null, points: [from + at] });
    signals.push(...runs(known, centre).filter(({ points }) => points.length >= RUN));
    if (reach !== null) signals.push(...threeOfFour(known, centre, reach / 2));
  }
  return signals.sort((a, b) => a.index - b.index);
}

/** Stretches on one side of the centre. A value on the centre ends one. */
export function runs(known: readonly Known[], centre: number): (ProcessSignal & { readonly rule: 'run' })[] {
  const found: (ProcessSignal & { readonly rule: 'run' })[] = [];
  for (let first = 0, next = 0; first < known.length; first = next) {
    const side = Math.sign((known[first]?.value ?? 0) - centre);
    next = first + 1;
    while (next < known.length && Math.sign((known[next]?.value ?? 0) - centre) === side) next++;
    const points = known.slice(first, next).map(({ index }) => index);
    if (side !== 0) found.push({ index: points[0] ?? 0, rule: 'run', direction: side > 0 ? 'up' : 'down', points });
  }
  return found;
}

/** Values beyond a halfway line in windows of four that hold three such; windows that overlap are one signal. */
function threeOfFour(known: readonly Known[], centre: number, half: number): ProcessSignal[] {
  return (['up', 'down'] as const).flatMap(direction => {
    const isBeyond = ({ value }: Known): boolean =>
      direction === 'up' ? value > centre + half : value < centre - half;
    const signals: number[][] = [];
    for (let first = 0; first + 4 <= known.length; first++) {
      const beyond = known
        .slice(first, first + 4)
        .filter(isBeyond)
        .map(({ index }) => index);
      if (beyond.length < 3) continue;
      const last = signals.at(-1);
      if (last?.some(index => beyond.includes(index)) === true)
        last.push(...beyond.filter(index => !last.includes(index)));
      else signals.push(beyond);
    }
    return signals.map(points => ({ index: points[0] ?? 0, rule: 'threeOfFour' as const, direction, points }));
  });
}
