import type { CycleTime, CycleTimeBin, CycleTimePoint, Percentile } from '../../../model/flow/flow.ts';
import type { WorkItem } from '../../../model/work.ts';
import { calendarDays, dayText, type Calendar } from '../time/calendar.ts';
import { leastValuesFor, nearestRank } from '../statistics/percentile.ts';

/** With fewer known starts than this the items with one are no picture of all. */
const LEAST_COVERAGE = 0.6;
const PERCENTS = [50, 85, 95] as const;

/** First calendar day of each bin; the last is open. Growing widths, as most items take days and some take months. */
const BIN_STARTS = [1, 2, 3, 4, 6, 9, 14, 22, 35] as const;
export const BIN_COUNT = BIN_STARTS.length;

/** An item whose start and finish are known. */
export interface TimedItem extends WorkItem {
  readonly start: number;
}

/** True for items that the cycle time is about: work of people that something holds together. */
export function isFinishedWork(item: WorkItem): boolean {
  return !item.automated && !item.flags.includes('ungrouped');
}

/** True when the item's own commits tell when work began; a landing only tells when it had ended. */
export function isTimed(item: WorkItem): item is TimedItem {
  return item.start !== null && (item.startQuality === 'branch' || item.startQuality === 'single');
}

/** Index of the item's bin. */
export function binOf(item: TimedItem, calendar: Calendar): number {
  const days = calendarDays(calendar, item.start, item.end);
  return BIN_STARTS.findLastIndex(first => days >= first);
}

/**
 * Elapsed time from started to finished of the finished items (Kanban Guide: cycle time), in seconds; percentiles by
 * nearest rank (R type 1, numpy `inverted_cdf`), from as many items as Wilks (1941) asks for.
 * `enoughPeople`: figures about the timed items may be shown; `labelOf` names a dot.
 */
export function cycleTime(
  finished: readonly WorkItem[],
  calendar: Calendar,
  enoughPeople: boolean,
  labelOf: (item: WorkItem) => string | null,
): CycleTime {
  const timed = finished.filter(isTimed).sort((a, b) => a.end - b.end);
  const coverage = finished.length === 0 ? null : timed.length / finished.length;
  const coverageEnough = coverage !== null && coverage >= LEAST_COVERAGE;
  const counts = BIN_STARTS.map(() => 0);
  for (const item of timed) {
    const bin = binOf(item, calendar);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    finished: finished.length,
    known: timed.length,
    coverage,
    coverageEnough,
    percentiles: percentiles(coverageEnough && enoughPeople ? timed : []),
    points: timed.map(item => pointOf(item, calendar, labelOf(item))),
    bins: BIN_STARTS.map((fromDays, bin) => binWith(fromDays, bin, counts[bin] ?? 0)),
    ...(enoughPeople ? {} : { tooFewPeople: true as const }),
  };
}

function percentiles(timed: readonly TimedItem[]): Percentile[] {
  const sorted = timed.map(({ start, end }) => end - start).sort((a, b) => a - b);
  return PERCENTS.map(percent => {
    const needs = leastValuesFor(percent);
    return { percent, seconds: sorted.length < needs ? null : nearestRank(sorted, percent), needs };
  });
}

function binWith(fromDays: number, bin: number, count: number): CycleTimeBin {
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
