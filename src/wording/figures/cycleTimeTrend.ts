import type { CycleTimeTrend } from '../../model/flow/cycleTime.ts';
import type { Figure } from '../../model/flow/figure.ts';
import { boundedDuration } from '../dates.ts';
import { CYCLE_TIME_PROXY } from './cycleTimeProxy.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { countLabel } from './places.ts';
import { LIMITS_METHOD, seriesFigureParts } from './processBehaviour.ts';
import { withheldText } from './withheld.ts';

const LABEL = '50 % finished in at most';

/** Whether cycle time stays within what the team's own past leads to expect. */
export function cycleTimeTrendFigure({ withheld, items, series }: CycleTimeTrend, context: FigureContext): Figure {
  const frame = {
    id: 'cycleTimeTrend',
    group: 'speed' as const,
    title: 'Cycle time over time',
    proxy: CYCLE_TIME_PROXY,
    method: [
      'For each week, the time within which half of the items that finished in it were done (nearest rank, elapsed seconds). A week with fewer than three such items has no value.',
      LIMITS_METHOD,
      'A signal says that something changed, never what. It may be the kind of work, its size, or the waiting.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, context.window) });
  const { chart, table, notes } = seriesFigureParts(
    { series, unit: 'seconds', label: LABEL, caption: 'Cycle time of the items finished in each bin' },
    context,
  );
  const valued = series.points.filter(({ value }) => value !== null);
  const latest = valued.at(-1);
  const centre = series.behaviour.segments.at(-1)?.centre ?? null;
  const isWeekly = series.weeksPerBin === 1;
  const span = isWeekly ? 'week' : `stretch of ${series.weeksPerBin} weeks`;
  const sample = `${countLabel(items, 'item')}, ${valued.length} ${isWeekly ? 'weeks' : 'stretches'}`;
  return createFigure({
    ...frame,
    headline:
      centre === null
        ? `In the latest ${span}, half of the items finished in ${boundedDuration('at most', latest?.value ?? 0)} (${sample}).`
        : `Half of the items of a ${span} finished in ${boundedDuration('about', centre)}, the centre of the limits (${sample}).`,
    values: [
      {
        id: 'centre',
        label: `Centre of the limits: ${LABEL}`,
        value: centre,
        unit: 'seconds',
        n: valued.length,
        why: centre === null ? `Needs 6 values, has ${valued.length}.` : null,
      },
      {
        id: 'latest',
        label: `Latest ${span}: ${LABEL}`,
        value: latest?.value ?? null,
        unit: 'seconds',
        n: latest?.n ?? 0,
        why: null,
      },
    ],
    chart,
    table,
    notes: [...notes],
    prompt: 'Where the series changed, what changed in the work around that time?',
  });
}
