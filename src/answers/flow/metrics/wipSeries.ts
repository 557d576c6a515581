import type { BehaviourSeries, SeriesPoint } from '../../../model/flow/processBehaviour.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { knownBins } from '../people/breakdown.ts';
import { BIN_WEEKS, binsOf, finest } from '../people/series.ts';
import { namedChanges, unlessBiased } from '../statistics/behaviourSeries.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import { askBehind, type Behind } from '../tickets/behind.ts';
import { dayFromText } from '../time/calendar.ts';
import { wipByDay, type Span } from './littleLaw.ts';

/** An item's days in progress. */
export interface WorkSpan extends Span, Behind {
  /** Its ticket tells, not its commits. */
  readonly byTicket: boolean;
}

export interface WipSeries {
  readonly series: BehaviourSeries;
  readonly averages: readonly (number | null)[];
  /** All weeks of the window are known, and none is hidden. */
  readonly isWhole: boolean;
}

/** Days of one calendar. */
interface Bin {
  readonly day: number;
  readonly days: number;
}

/**
 * Work in progress on the first Monday of each bin and its mean over the bin's days, in the finest bins of 1, 2 or 4 weeks of
 * which nine of ten may be shown. Whoever had work in progress in a bin is behind it. Bins of which not everything can be
 * known are left out: before a shallow clone's edge, and before the first landing or ticket, nothing seen is not a zero.
 */
export function wipSeries(
  spans: readonly WorkSpan[],
  input: FlowInput,
  ask: Ask,
): (human: readonly WorkSpan[], gate: Gate) => WipSeries {
  const isKnown = knownWith(spans, input);
  const wanted = BIN_WEEKS.map(weeksPerBin => {
    const all = binsOf(input.weeks, [], weeksPerBin);
    const bins = all.filter(isKnown).map(({ from, to }) => {
      const bin = { day: dayFromText(from), days: 7 * weeksPerBin };
      return { ...bin, from, to, passes: askBehind(spans.filter(isIn(bin)), ask) };
    });
    return { weeksPerBin, bins, areAllKnown: bins.length === all.length };
  });
  return (human, gate) => {
    const judged = wanted.map(({ bins, ...division }) => ({
      ...division,
      bins: bins.map(bin => ({ ...bin, items: bin.passes(gate) ? human.filter(isIn(bin)) : null })),
    }));
    const { weeksPerBin, bins, areAllKnown } = finest(judged) ?? { weeksPerBin: 1, bins: [], areAllKnown: false };
    const points: SeriesPoint[] = [];
    const averages: (number | null)[] = [];
    for (const { from, to, day, days, items } of bins) {
      const counts = items === null ? [] : wipByDay(items, day, day + days);
      const sum = counts.reduce((total, count) => total + count, 0);
      averages.push(counts.length === 0 ? null : sum / counts.length);
      points.push({ from, to, value: counts[0] ?? null, hidden: items === null, n: items?.length ?? null, labels: [] });
    }
    const behaviour = processBehaviour(
      points.map(({ value }) => value),
      { nonNegative: true, breaks: namedChanges(bins, input) },
    );
    return {
      series: unlessBiased({ weeksPerBin, points, behaviour, biased: false }),
      averages,
      isWhole: areAllKnown && points.every(({ hidden }) => !hidden),
    };
  };
}

/** Tickets tell of work before anything landed. */
function knownWith(
  spans: readonly WorkSpan[],
  input: FlowInput,
): (bin: { readonly from: string; readonly to: string }) => boolean {
  const isKnown = knownBins(input);
  if (input.knownSince !== null) return isKnown;
  const first = spans.filter(({ byTicket }) => byTicket).reduce((day, { from }) => Math.min(day, from), Infinity);
  return bin => isKnown(bin) || dayFromText(bin.to) > first;
}

/** Open work counts too: its people were behind the bins since it began. */
function isIn({ day, days }: Bin): (span: Span) => boolean {
  return ({ from, to }) => from < day + days && (to === null || to > day);
}
