import type { WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import type { Week } from '../time/weeks.ts';
import { weekIndex } from '../time/weeks.ts';
import { knownBins } from './breakdown.ts';
import { hiddenCells, type Cell as HiddenCell } from './suppression.ts';

/** Weeks a bin, finest first; a coarser one is taken when too many bins of a finer one would be hidden. */
export const BIN_WEEKS = [1, 2, 4] as const;
const LEAST_SHOWN_PERCENT = 90;

/** One bin of a series over time: `from` and the day after the last (`YYYY-MM-DD`). */
export interface SeriesBin {
  readonly from: string;
  readonly to: string;
  /** What people finished in it; null where it is hidden to protect them. */
  readonly items: readonly WorkItem[] | null;
}

export interface Series {
  readonly weeksPerBin: (typeof BIN_WEEKS)[number];
  readonly bins: readonly SeriesBin[];
}

/**
 * Divides items by the week of `timeOf` (epoch seconds; the landing by default), in the finest bins of 1, 2 or 4 weeks of
 * which nine of ten may be shown. The others are gaps. Bins end with the window; automated items are left out, and bins of
 * which not everything can be known. What is counted in the window's totals but lies in no bin that is known is one part more,
 * which nobody sees.
 */
export function series(
  input: FlowInput,
  items: readonly WorkItem[],
  ask: Ask,
  timeOf: (item: WorkItem) => number = item => item.end,
): (gate: Gate) => Series {
  const byWeek = input.weeks.map((): WorkItem[] => []);
  for (const item of items) byWeek[weekIndex(input.weeks, input.calendar, timeOf(item))]?.push(item);
  const wanted = BIN_WEEKS.map(weeks => {
    const bins = binsOf(input.weeks, byWeek, weeks);
    const leftOver = leftOverOf(byWeek, weeks);
    return { weeks, bins, cells: bins.map(bin => ask(bin.items)), leftOver, leftOverCell: ask(leftOver) };
  });
  const isKnown = knownBins(input);
  return gate => {
    const read = wanted.map(({ weeks, bins, cells, leftOver, leftOverCell }) => {
      const human = (some: readonly WorkItem[]): WorkItem[] => some.filter(item => !gate.isAutomated(item));
      const parts = bins.map((bin, at): HiddenCell => ({
        count: human(bin.items).length,
        passes: gate.passes(cells[at] ?? -1),
        isLeftOver: !isKnown(bin),
      }));
      const rest = { count: human(leftOver).length, passes: gate.passes(leftOverCell), isLeftOver: true };
      const hidden = hiddenCells([...parts, rest]);
      const shown = bins.map((bin, at) => ({ ...bin, items: hidden[at] === true ? null : human(bin.items) }));
      return { weeksPerBin: weeks, bins: shown.filter(isKnown) };
    });
    return finest(read) ?? { weeksPerBin: 1, bins: [] };
  };
}

/** The first division of which nine of ten bins may be shown, else the last. */
export function finest<Division extends { readonly bins: readonly { readonly items: unknown }[] }>(
  divisions: readonly Division[],
): Division | undefined {
  const fine = divisions.find(
    ({ bins }) => bins.filter(bin => bin.items !== null).length * 100 >= bins.length * LEAST_SHOWN_PERCENT,
  );
  return fine ?? divisions.at(-1);
}

interface Bin<Item> {
  readonly from: string;
  readonly to: string;
  readonly items: readonly Item[];
}

/** What lies in none of the bins of `size` weeks. */
export function leftOverOf<Item>(byWeek: readonly (readonly Item[])[], size: number): readonly Item[] {
  return byWeek.slice(0, byWeek.length % size).flat();
}

/** Bins of `size` weeks that end with the last week; what is left over at the start is in none. */
export function binsOf<Item>(weeks: readonly Week[], byWeek: readonly (readonly Item[])[], size: number): Bin<Item>[] {
  const bins: Bin<Item>[] = [];
  for (let first = weeks.length % size; first < weeks.length; first += size) {
    const [start, last] = [weeks[first], weeks[first + size - 1]];
    if (start !== undefined && last !== undefined)
      bins.push({ from: start.from, to: last.to, items: byWeek.slice(first, first + size).flat() });
  }
  return bins;
}
