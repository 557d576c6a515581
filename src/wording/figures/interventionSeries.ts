import type { Figure, SeriesChart } from '../../model/flow/figure.ts';
import type { InterventionComparison, Interventions, InterventionSeries } from '../../model/flow/interventions.ts';
import type { LimitSegment } from '../../model/flow/processBehaviour.ts';
import { dayLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { seriesFigureParts } from './processBehaviour.ts';
import { roughLabel } from './units.ts';

const LABEL = '50 % finished in at most';

/** Weekly cycle time before and since the newest date that is told and has limits from before; null without one. */
export function interventionSeriesFigure({ comparisons }: Interventions, context: FigureContext): Figure | null {
  const [found] = comparisons.flatMap(({ series, ...one }) => (series === null ? [] : [{ ...one, series }]));
  if (found === undefined) return null;
  const { on, label, series } = found;
  const { chart, table, notes } = seriesFigureParts(
    {
      series: series.behaviour,
      unit: 'seconds',
      label: LABEL,
      caption: `Cycle time around ${label}`,
      limitsBefore: on,
    },
    context,
  );
  const before = series.behaviour.points.filter(({ to, value }) => to <= on && value !== null).length;
  return createFigure({
    id: 'interventions-series',
    group: 'past',
    title: 'Cycle time over time around a change',
    headline: headlineOf(found, before),
    values: [
      {
        id: 'usual',
        label: `Usual before ${dayLabel(on)}: ${LABEL}`,
        value: series.behaviour.behaviour.segments[0]?.centre ?? 0,
        unit: 'seconds',
        n: before,
        why: null,
      },
    ],
    chart: { ...chart, limits: [...chart.limits, ...anewOf(series)] },
    table,
    notes: [...notes, ...anewNotes(series)],
    method: [
      'For each week, the time within which half of the items that finished in it were done (nearest rank, elapsed seconds; three items at least). Other than the comparison, it goes by the finish, so the first weeks since hold work that was begun before.',
      'Centre and limits come from the weeks before the one in which the date falls (the first 20 of them at most; six are needed, twelve for all rules), and go on over the weeks since (process behaviour chart, XmR). They are no targets.',
      'Limits begin anew where eight weeks in a row on one side begin at the date or soon after, and only for what the team named as an intervention, not for a try. The old ones stay drawn.',
      'A signal says that something changed, never what.',
    ],
    prompt: 'What did we live through in the weeks that stand out, before the date as well as since?',
  });
}

/** "Weekly cycle time since 5 Apr 2026 (Pairing) shows 2 signals against the limits of the 12 weeks before." */
function headlineOf(
  { on, label, signalsSince, series: { behaviour } }: InterventionComparison & { readonly series: InterventionSeries },
  before: number,
): string {
  const count = signalsSince ?? 0;
  const signals = count === 0 ? 'no signal' : `${count} ${count === 1 ? 'signal' : 'signals'}`;
  const [one, many] = behaviour.weeksPerBin === 1 ? ['week', 'weeks'] : ['stretch', 'stretches'];
  return `Cycle time since ${dayLabel(on)} (${label}) shows ${signals} against the limits of before (n = ${before} ${before === 1 ? one : many} with a value before, ${behaviour.behaviour.n} in all).`;
}

function anewOf({ behaviour: { points }, anew }: InterventionSeries): SeriesChart['limits'] {
  const [first, last] = anew === null ? [] : [points[anew.from], points[anew.to - 1]];
  if (anew === null || first === undefined || last === undefined) return [];
  return [{ from: first.from, to: last.to, centre: anew.centre, upper: anew.upper, lower: anew.lower }];
}

function anewNotes(series: InterventionSeries): string[] {
  const [old] = series.behaviour.behaviour.segments;
  return anewOf(series).map(({ from }) => {
    const start = `From ${dayLabel(from)} on, eight or more in a row lie on one side, and the team named what changed: limits begin anew there.`;
    return old === undefined ? start : `${start} The old ones stay drawn without a name: ${limitsText(old)}.`;
  });
}

/** "5.7 days to 16.3 days around 11 days". */
function limitsText({ centre, upper, lower }: LimitSegment): string {
  const around = `around ${roughLabel(centre, 'seconds')}`;
  if (upper === null) return around;
  const reach =
    lower === null
      ? `up to ${roughLabel(upper, 'seconds')}`
      : `${roughLabel(lower, 'seconds')} to ${roughLabel(upper, 'seconds')}`;
  return `${reach} ${around}`;
}
