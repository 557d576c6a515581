import type { BehaviourSeries, SeriesPoint } from '../../../model/flow/processBehaviour.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { namedChanges, unlessBiased } from '../statistics/behaviourSeries.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import type { Week } from '../time/weeks.ts';
import { askBehind, type Behind } from '../tickets/behind.ts';
import { wipByDay, type Span } from './littleLaw.ts';

const BIN_WEEKS = [1, 2, 4] as const;
const LEAST_SHOWN_PERCENT = 90;

/** An item's days in progress; `item` is what landed of it, null for open branches and tickets without commits. */
export interface WorkSpan extends Span, Behind {
  readonly item: WorkItem | null;
  /** Its ticket tells, not its commits. */
  readonly byTicket: boolean;
}

export interface WipSeries {
  readonly series: BehaviourSeries;
  readonly averages: readonly (number | null)[];
  /** The day before which nothing is known. */
  readonly knownFrom: number;
}

interface Bin extends Pick<Week, 'from' | 'to' | 'day'> {
  readonly days: number;
}

/**
 * Work in progress on the first Monday of each bin and its mean over the bin's days, in the finest bins of 1, 2 or 4 weeks of
 * which nine of ten may be shown. Whoever had work in progress in a bin is behind it. What lies before a shallow clone's
 * history has no value.
 */
export function wipSeries(
  spans: readonly WorkSpan[],
  input: FlowInput,
  ask: Ask,
): (human: readonly WorkSpan[], gate: Gate) => WipSeries {
  const knownFrom = input.knownSince === null ? -Infinity : input.calendar.dayOf(input.knownSince);
  const wanted = BIN_WEEKS.map(weeks => {
    const bins = binsOf(input.weeks, weeks);
    return {
      weeks,
      bins,
      cells: bins.map(bin =>
        askBehind(
          spans.filter(span => isIn(span, bin)),
          ask,
        ),
      ),
    };
  });
  return (human, gate) => {
    const judged = wanted.map(({ cells, ...division }) => ({ ...division, passes: cells.map(cell => cell(gate)) }));
    const fine = judged.find(
      ({ passes }) => passes.filter(Boolean).length * 100 >= passes.length * LEAST_SHOWN_PERCENT,
    );
    const { weeks, bins, passes } = fine ?? judged.at(-1) ?? { weeks: 1, bins: [], passes: [] };
    const points: SeriesPoint[] = [];
    const averages: (number | null)[] = [];
    for (const [index, bin] of bins.entries()) {
      const hidden = passes[index] !== true;
      const counts = hidden || bin.day < knownFrom ? [] : wipByDay(human, bin.day, bin.day + bin.days);
      const sum = counts.reduce((total, count) => total + count, 0);
      averages.push(counts.length === 0 ? null : sum / counts.length);
      const n = hidden ? null : human.filter(span => isIn(span, bin)).length;
      points.push({ from: bin.from, to: bin.to, value: counts[0] ?? null, hidden, n, labels: [] });
    }
    const breaks = namedChanges(bins, input);
    const behaviour = processBehaviour(
      points.map(({ value }) => value),
      { nonNegative: true, breaks },
    );
    return { series: unlessBiased({ weeksPerBin: weeks, points, behaviour, biased: false }), averages, knownFrom };
  };
}

function binsOf(weeks: readonly Week[], size: number): Bin[] {
  const bins: Bin[] = [];
  for (let first = weeks.length % size; first < weeks.length; first += size) {
    const [start, last] = [weeks[first], weeks[first + size - 1]];
    if (start !== undefined && last !== undefined)
      bins.push({ from: start.from, to: last.to, day: start.day, days: 7 * size });
  }
  return bins;
}

/** Open work counts too: its people were behind the bins since it began. */
function isIn({ from, to }: Span, { day, days }: Bin): boolean {
  return from < day + days && (to === null || to > day);
}
