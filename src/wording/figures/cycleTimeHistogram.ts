import type { BarsChart, Figure, Table } from '../../model/flow/figure.ts';
import type { CycleTimeBin } from '../../model/flow/flow.ts';
import type { CycleTimes } from '../../model/flow/cycleTime.ts';
import { CYCLE_TIME_PROXY } from './cycleTimeProxy.ts';
import { createFigure } from './figure.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const HIDDEN = 'hidden to protect people';

/** How many items took how many calendar days. */
export function cycleTimeHistogramFigure({ withheld, bins, known }: CycleTimes): Figure {
  const frame = {
    id: 'cycleTimeHistogram',
    group: 'speed' as const,
    title: 'Cycle time by days',
    proxy: CYCLE_TIME_PROXY,
    method: [
      'Finished items with a known start by the calendar days that they took, inclusive: started and finished on one day is 1. Weekends count.',
      'The bins grow, as most items take days and some take months. A bin of too few people is hidden, and a second one with it, so that no count can be computed from the rest.',
      'It cannot tell why an item took long, nor what it was worth.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld) });
  if (bins.every(({ count }) => count === null))
    return createFigure({ ...frame, withheld: withheldText({ code: 'people' }) });
  return createFigure({
    ...frame,
    headline: headlineOf(bins, known),
    chart: binsChart(bins),
    table: binsTable(bins),
    prompt: 'What do the items of the last bins have in common, other than who did them?',
  });
}

/** Bins as bars; a hidden one has no length. */
export function binsChart(bins: readonly CycleTimeBin[]): BarsChart {
  return {
    kind: 'bars',
    xLabel: 'Calendar days, inclusive',
    yLabel: 'Finished items',
    unit: 'items',
    bars: bins.map(bin => ({
      label: binLabel(bin),
      value: bin.count,
      lines: [binLabel(bin), bin.count === null ? HIDDEN : valueLabel(bin.count, 'items')],
    })),
  };
}

export function binsTable(bins: readonly CycleTimeBin[]): Table {
  return {
    caption: 'Finished items by calendar days, inclusive',
    columns: [
      { id: 'days', label: 'Calendar days', kind: 'text' },
      { id: 'items', label: 'Finished items', kind: 'items' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: bins.map(bin => [binLabel(bin), bin.count, bin.count === null ? HIDDEN : null]),
  };
}

function headlineOf(bins: readonly CycleTimeBin[], known: number): string {
  const items = valueLabel(known, 'items');
  if (bins.some(({ count }) => count === null))
    return `${items} by the days they took; some bins are hidden to protect people.`;
  const top = bins.reduce((a, b) => ((b.count ?? 0) > (a.count ?? 0) ? b : a));
  return `Most often an item took ${binLabel(top)}: ${top.count ?? 0} of ${items}.`;
}

/** `1 day`, `4 to 5 days`, `35 days or more`. */
function binLabel({ fromDays, toDays }: CycleTimeBin): string {
  if (toDays === null) return `${valueLabel(fromDays, 'days')} or more`;
  return fromDays === toDays ? valueLabel(fromDays, 'days') : `${fromDays} to ${valueLabel(toDays, 'days')}`;
}
