import type { AgeBand, AgePoint, StageAge, WorkItemAge } from '../../../model/flow/age.ts';
import type { Percentile } from '../../../model/flow/flow.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { leastValuesFor } from '../statistics/percentile.ts';
import { askBehind } from '../tickets/behind.ts';
import { calendarDays, dayText } from '../time/calendar.ts';
import { finishedTimes, type FinishedTime } from './finishedTimes.ts';
import { openWork, type TimedOpen } from './openWork.ts';
import { percentilesOf } from './percentiles.ts';
import { stageAges } from './stageAges.ts';

const PERCENTS = [50, 85, 95] as const;
const LEAST_FINISHED = leastValuesFor(85);

/**
 * Elapsed time since the start of each open item (Kanban Guide: work item age), in seconds, against the percentiles of
 * finished items: the same nearest rank as for cycle time. Both are told by tickets where there are any.
 */
export const ageMetric: Metric<WorkItemAge> = (input, ask) => {
  const open = openWork(input, ask);
  const work = finishedTimes(input, ask);
  const inStages = stageAges(open.timed, input, ask);
  // Bots may move the levels a little; the people of a band are those of the levels that are known before the gate.
  const bound = levelsOf(work.candidates.map(secondsOf));
  const cells = bandsOf(bound).map(band =>
    askBehind(
      open.timed.filter(item => isIn(band, ageOf(item, input), bound)),
      ask,
    ),
  );
  return gate => {
    const now = open.judged(gate);
    const { timed, withheld } = work.judged(gate);
    const finished = timed.map(secondsOf).sort((a, b) => a - b);
    const withheldNow =
      now.withheld ?? (now.timed.length === 0 ? ({ code: 'nothing', what: 'openItems' } as const) : null);
    const levelsWithheld = withheld ?? tooFew(finished.length);
    const levels = levelsOf(levelsWithheld === null ? finished : []);
    const known = levelsWithheld === null ? finished : [];
    const isShown = withheldNow === null && levelsWithheld === null && mayDivide(input);
    const isBound = sameLevels(levels, bound);
    const stages = withheldNow === null ? inStages(now.timed, gate) : [];
    const isView = input.use === 'view';
    return {
      withheld: withheldNow,
      open: now.timed.length,
      unknownStart: now.unknownStart,
      stale: now.stale,
      sources: now.sources,
      finished: timed.length,
      levels,
      levelsWithheld,
      points: isView
        ? now.timed.map(item => pointOf(item, { known, levels, stages }, input, gate.labelOf({ ticket: item.ticket })))
        : [],
      bands: isShown ? counted(now.timed, levels, input, cell => isBound && cells[cell]?.(gate) === true) : [],
      unknown: isView
        ? now.unknown.map(item => ({
            id: item.id,
            label: gate.labelOf({ ticket: item.ticket }),
            type: item.type,
            lastSign: dayText(input.calendar.dayOf(item.lastSign)),
          }))
        : [],
      stages,
    };
  };
};

/**
 * The chance to be finished by a time for what is already so old: of the finished items that took longer than `age`, the
 * part that took at most `by`. `sorted` ascending; null when none took longer.
 */
export function chanceToFinish(sorted: readonly number[], age: number, by: number): number | null {
  const atMost = (limit: number): number => sorted.filter(seconds => seconds <= limit).length;
  const left = sorted.length - atMost(age);
  return left === 0 ? null : Math.max(0, atMost(by) - atMost(age)) / left;
}

/** Elapsed seconds from start to finish. */
function secondsOf({ start, end }: FinishedTime): number {
  return end - start;
}

function levelsOf(seconds: readonly number[]): Percentile[] {
  return percentilesOf(seconds, PERCENTS, LEAST_FINISHED);
}

function sameLevels(a: readonly Percentile[], b: readonly Percentile[]): boolean {
  return a.every(({ seconds }, index) => seconds === b[index]?.seconds);
}

function tooFew(has: number): Withheld | null {
  return has < LEAST_FINISHED ? { code: 'tooFew', what: 'timedItems', has, needs: LEAST_FINISHED } : null;
}

function ageOf({ start }: TimedOpen, { now }: FlowInput): number {
  return Math.max(0, now - start);
}

/** One band up to the first known level, one between each two, one above the last. */
function bandsOf(levels: readonly Percentile[]): Pick<AgeBand, 'over' | 'upTo'>[] {
  const known = levels.filter(({ seconds }) => seconds !== null).map(({ percent }) => percent);
  return [null, ...known].map((over, index) => ({ over, upTo: known[index] ?? null }));
}

function isIn({ over, upTo }: Pick<AgeBand, 'over' | 'upTo'>, age: number, levels: readonly Percentile[]): boolean {
  const limit = (of: AgeBand['over'], none: number): number =>
    levels.find(({ percent }) => percent === of)?.seconds ?? none;
  return age > limit(over, -Infinity) && age <= limit(upTo, Infinity);
}

function counted(
  open: readonly TimedOpen[],
  levels: readonly Percentile[],
  input: FlowInput,
  passes: (band: number) => boolean,
): AgeBand[] {
  const bands = bandsOf(levels);
  const counts = bands.map(band => open.filter(item => isIn(band, ageOf(item, input), levels)).length);
  // A view shows each item as a dot, so there the bands tell nothing more.
  const hidden =
    input.use === 'view'
      ? bands.map(() => false)
      : hiddenCells(counts.map((count, band) => ({ count, passes: passes(band) })));
  return bands.map((band, index) => ({ ...band, count: hidden[index] === true ? null : (counts[index] ?? 0) }));
}

/** What an open item is laid beside. `known` are the seconds of finished items, ascending. */
interface Compared {
  readonly known: readonly number[];
  readonly levels: readonly Percentile[];
  readonly stages: readonly StageAge[];
}

function pointOf(item: TimedOpen, compared: Compared, input: FlowInput, label: string | null): AgePoint {
  const { known, levels, stages } = compared;
  const { calendar, now } = input;
  const expected = levels.find(({ percent }) => percent === 85)?.seconds ?? null;
  const seconds = ageOf(item, input);
  const inStage = stages.find(({ stage }) => stage.id === item.state?.stage.id)?.levels ?? [];
  return {
    id: item.id,
    label,
    type: item.type,
    started: dayText(calendar.dayOf(item.start)),
    startedAt: item.start,
    lastSign: dayText(calendar.dayOf(item.lastSign)),
    seconds,
    days: calendarDays(calendar, Math.min(item.start, now), now),
    commits: item.commits,
    chance: expected === null ? null : chanceToFinish(known, seconds, expected),
    ticket: item.state,
    overInStage: inStage.findLast(level => level.seconds !== null && seconds > level.seconds)?.percent ?? null,
  };
}
