import type { CycleTimes } from '../../../model/flow/cycleTime.ts';
import type { CycleTimeBin, CycleTimePoint } from '../../../model/flow/flow.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import { isFinishedWork, isTimed, secondsOf, type TimedItem } from '../items/timedWork.ts';
import { calendarDays, dayText, type Calendar } from '../time/calendar.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { percentilesOf } from './percentiles.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

const PERCENTS = [50, 85, 95] as const;

/** First calendar day of each bin; the last is open. Growing widths, as most items take days and some take months. */
const BIN_STARTS = [1, 2, 3, 4, 6, 9, 14, 22, 35] as const;

/** The items that figures about cycle time rest on. */
export interface TimedWork {
  readonly finished: number;
  /** Those with a known start, by finish. */
  readonly timed: readonly TimedItem[];
  /** Why nothing may be said about their times. */
  readonly withheld: Withheld | null;
}

/** The window's finished items and those of them whose start is known, without automated and ungrouped ones. */
export function timedWork(input: FlowInput, ask: Ask): (gate: Gate) => TimedWork {
  const work = input.finished.filter(isFinishedWork);
  const cell = ask(work.filter(isTimed));
  return gate => {
    const finished = work.filter(item => !gate.isAutomated(item));
    const timed = finished.filter(isTimed).sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1));
    const [known, of] = [timed.length, finished.length];
    return { finished: of, timed, withheld: withheldOf(known, of, gate.passes(cell)) };
  };
}

function withheldOf(known: number, of: number, passes: boolean): Withheld | null {
  if (of === 0) return { code: 'nothing', what: 'finishedItems' };
  if (known / of < LEAST_COVERAGE) return { code: 'coverage', known, of };
  return passes ? null : { code: 'people' };
}

/** Index of the item's bin. */
function binOf(item: TimedItem, calendar: Calendar): number {
  const days = calendarDays(calendar, item.start, item.end);
  return BIN_STARTS.findLastIndex(first => days >= first);
}

/**
 * Elapsed time from started to finished of the window's finished items (Kanban Guide: cycle time), in seconds, with its
 * percentiles, its items and how many items took how many calendar days.
 */
export const cycleTimeMetric: Metric<CycleTimes> = (input, ask) => {
  const { calendar } = input;
  const work = timedWork(input, ask);
  const asked = input.finished.filter(isFinishedWork).filter(isTimed);
  const cells = BIN_STARTS.map((_, bin) => ask(asked.filter(item => binOf(item, calendar) === bin)));
  return gate => {
    const { finished, timed, withheld } = work(gate);
    const shown = withheld === null ? timed : [];
    const counts = countsOf(shown, calendar);
    const hidden = hiddenCells(counts.map((count, bin) => ({ count, passes: gate.passes(cells[bin] ?? -1) })));
    const isHidden = (bin: number): boolean => !mayDivide(input) || hidden[bin] === true;
    return {
      withheld,
      finished,
      known: timed.length,
      coverage: finished === 0 ? null : timed.length / finished,
      percentiles: percentilesOf(shown.map(secondsOf), PERCENTS),
      points: input.use === 'view' ? shown.map(item => pointOf(item, calendar, gate.labelOf(item))) : [],
      bins:
        withheld === null
          ? BIN_STARTS.map((fromDays, bin) => binWith(fromDays, bin, isHidden(bin) ? null : (counts[bin] ?? 0)))
          : [],
    };
  };
};

function countsOf(timed: readonly TimedItem[], calendar: Calendar): number[] {
  const counts = BIN_STARTS.map(() => 0);
  for (const item of timed) {
    const bin = binOf(item, calendar);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function binWith(fromDays: number, bin: number, count: number | null): CycleTimeBin {
  const next = BIN_STARTS[bin + 1];
  return { fromDays, toDays: next === undefined ? null : next - 1, count };
}

function pointOf(item: TimedItem, calendar: Calendar, label: string | null): CycleTimePoint {
  return {
    id: item.id,
    label,
    type: item.type,
    started: dayText(calendar.dayOf(item.start)),
    finished: dayText(calendar.dayOf(item.end)),
    finishedAt: item.end,
    seconds: item.end - item.start,
    days: calendarDays(calendar, item.start, item.end),
    commits: item.commits,
    rule: item.rule,
    startQuality: item.startQuality,
    flags: item.flags,
  };
}
