import type { Figure } from '../../model/flow/figure.ts';
import type { Throughput } from '../../model/flow/throughput.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { countLabel } from './places.ts';
import { LIMITS_METHOD, seriesFigureParts } from './processBehaviour.ts';
import { withheldText } from './withheld.ts';

/** Items that landed over time. */
export function throughputFigure(result: Throughput, context: FigureContext): Figure {
  const { withheld, items, median, automated, series } = result;
  const frame = {
    id: 'throughput',
    group: 'speed' as const,
    title: 'Throughput',
    proxy: 'Landing on main stands in for finished: git cannot tell whether the work was done, or wanted.',
    method: [
      'Items that landed in each whole week, by the ticket, request or merge that holds them together; weeks without one count as zero. An item is counted once, whatever its size. The running week never counts, nor do weeks before what git knows.',
      'Left out: items made by bots, and direct commits without a ticket. A revert takes nothing away.',
      `${LIMITS_METHOD} The median is that of all weeks of the window, so it may differ from the centre.`,
      'More items are not more value, and a team that cuts work smaller lands more of them.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, context.window) });
  const { chart, table, notes } = seriesFigureParts(
    { series, unit: 'items', label: 'Finished items', caption: 'Finished items over time' },
    context,
  );
  const isWeekly = series.weeksPerBin === 1;
  return createFigure({
    ...frame,
    headline: headlineOf(result),
    values: [
      {
        id: 'median',
        label: isWeekly ? 'Median a week' : `Median in ${series.weeksPerBin} weeks`,
        value: median,
        unit: isWeekly ? 'perWeek' : 'items',
        n: series.points.filter(({ value }) => value !== null).length,
        why: median === null ? withheldText({ code: 'people' }) : null,
      },
      { id: 'items', label: 'Finished items', value: items, unit: 'items', n: items, why: null },
      {
        id: 'automated',
        label: 'Made by bots, beside these',
        value: automated,
        unit: 'items',
        n: automated,
        why: null,
      },
    ],
    chart,
    table,
    notes: [...notes],
    prompt: 'What was different about the work in the weeks that stand out?',
  });
}

function headlineOf({ items, weeks, median, series }: Throughput): string {
  if (median === null)
    return `${countLabel(items, 'item')} landed in the ${countLabel(weeks, 'week')} that may be shown.`;
  const middle = series.weeksPerBin === 1 ? 'week' : `stretch of ${series.weeksPerBin} weeks`;
  const sample = `${countLabel(items, 'item')} in ${countLabel(weeks, 'week')}`;
  return `In the median ${middle}, ${countLabel(median, 'item')} ${median === 1 ? 'lands' : 'land'} (${sample}).`;
}
