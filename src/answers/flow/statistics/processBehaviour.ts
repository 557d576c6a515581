import type {
  BaselineState,
  LimitSegment,
  ProcessBehaviour,
  ProcessSignal,
} from '../../../model/flow/processBehaviour.ts';
import { processLimits, steps, type ProcessLimits } from './processLimits.ts';
import { processSignals, RUN, runs } from './processSignals.ts';

/** Values for trial limits, for all rules, and after which limits no longer move. */
const TRIAL = 6;
const FULL = 12;
const LOCKED = 20;
/** Fewer sizes of step than this (none at all is one) make limits coarse. */
const LEAST_STEPS = 4;
/** A signal that begins fewer values than this after a named change may be that change's. */
const NEAR = 4;
/** So many values just before a change are on the side of what follows by chance; one more, and it had begun before. */
const BY_CHANCE = 2;

export interface BehaviourOptions {
  /** The measure cannot be below zero: a limit there is no limit. */
  readonly nonNegative: boolean;
  /** Indexes of the first values at or after a named change: only there may limits be calculated anew. */
  readonly breaks?: readonly number[];
  /** The limits come from the values before this index and continue over the others. */
  readonly baseline?: number;
}

/**
 * Limits and signals of a series (process behaviour chart, XmR, after Wheeler), by the series' own past: from 6 values
 * on, with all rules from 12, limits locked at 20. They are calculated anew only at a named change that 8 values in a row
 * on one side follow. null is a missing value: it breaks the chain of steps and is passed over by the rules.
 */
export function processBehaviour(values: readonly (number | null)[], options: BehaviourOptions): ProcessBehaviour {
  const n = values.filter(value => value !== null).length;
  const floor = options.nonNegative ? 0 : -Infinity;
  const segments: LimitSegment[] = [];
  const signals: ProcessSignal[] = [];
  let chunky = false;
  for (let from = 0; from < values.length;) {
    const part = values.slice(from);
    const { limits, state } = baselineOf(part, from === 0 ? options.baseline : undefined);
    if (limits === null || state === 'none') break;
    const change = changeAfter(values, from, limits, options.breaks ?? []);
    const to = change?.at ?? values.length;
    segments.push({ from, to, state, ...described(limits, floor) });
    signals.push(...processSignals(values.slice(from, to), from, limits, floor, state));
    if (change !== null) signals.push(change.signal);
    if (segments.length === 1) chunky = isChunky(part, limits);
    from = to;
  }
  return {
    state: segments.at(-1)?.state ?? 'none',
    n,
    segments,
    signals: signals.sort((a, b) => a.index - b.index),
    chunky,
  };
}

/** The limits of the first values: 20 at most, or those before the end of a given baseline. */
function baselineOf(
  values: readonly (number | null)[],
  end: number | undefined,
): { limits: ProcessLimits | null; state: BaselineState } {
  const given = values.slice(0, end);
  const places = given.flatMap((value, at) => (value === null ? [] : [at]));
  const used = places.length > LOCKED ? given.slice(0, (places[LOCKED - 1] ?? 0) + 1) : given;
  return {
    limits: processLimits(used),
    state: places.length < TRIAL ? 'none' : places.length < FULL ? 'trial' : 'full',
  };
}

/**
 * Where limits begin anew: at the first of 8 or more values in a row on one side that begin at, or soon after, a named
 * change. A row that had begun before the change tells of something else.
 */
function changeAfter(
  values: readonly (number | null)[],
  from: number,
  { centre }: ProcessLimits,
  breaks: readonly number[],
): { at: number; signal: ProcessSignal } | null {
  // What had begun before a change is not that change's, so runs are looked for in all values of the part.
  const known = values.flatMap((value, index) => (index < from || value === null ? [] : [{ index, value }]));
  const found = runs(known, centre);
  for (const start of breaks.toSorted((a, b) => a - b)) {
    // A change within the first values leaves no baseline that it could be compared with.
    if (start < from + TRIAL) continue;
    const signal = found
      .filter(({ points }) => points.filter(index => index < start).length <= BY_CHANCE)
      .map(run => ({ ...run, points: run.points.filter(index => index >= start) }))
      .find(({ points }) => points.length >= RUN);
    const at = signal?.points[0];
    if (signal !== undefined && at !== undefined && at < start + NEAR) return { at, signal: { ...signal, index: at } };
  }
  return null;
}

function described({ version, centre, reach, upperRange }: ProcessLimits, floor: number) {
  const lower = reach === null ? null : centre - reach;
  return {
    version,
    centre,
    upper: reach === null ? null : centre + reach,
    lower: lower === null || lower <= floor ? null : lower,
    upperRange,
  };
}

/** Wheeler's test for chunky data: fewer than four sizes of step, none included, within the range limit. */
function isChunky(values: readonly (number | null)[], { upperRange }: ProcessLimits): boolean {
  const sizes = new Set([0]);
  for (const step of steps(values)) if (step !== null && step <= (upperRange ?? Infinity)) sizes.add(step);
  return sizes.size < LEAST_STEPS;
}
