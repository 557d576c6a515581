import type { Figure, KeyFigure, SeriesChart, Table } from '../../model/flow/figure.ts';
import type { DeploymentFrequency } from '../../model/flow/deployments.ts';
import { dayLabel, durationLabel } from '../dates.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileFigures } from './percentiles.ts';
import { FOR_ALL_RULES, limitsOf, quietNote } from './limits.ts';
import { countLabel } from './places.ts';
import { LIMITS_METHOD, seriesFigureParts } from './processBehaviour.ts';
import { RELEASE_TAGS_PROXY } from './releaseTags.ts';
import { withheldText } from './withheld.ts';

/** With fewer times between deployments a series of them says less than the coarse counts. */
const LEAST_INTERVALS = 6;

/** How often work went live. */
export function deploymentFrequencyFigure(result: DeploymentFrequency, context: FigureContext): Figure {
  const { withheld, series, intervals } = result;
  const frame = {
    id: 'deploymentFrequency',
    group: 'speed' as const,
    title: 'Deployment frequency',
    proxy: RELEASE_TAGS_PROXY,
    method: [
      'Production deployments of each whole week, of all work types; weeks without one count as zero. Pre-releases are none. Tags of several packages that were made within a minute count once.',
      'The times between deployments run from each one to the next. Where weekly counts take too few different values for limits, the chart shows these times instead.',
      LIMITS_METHOD,
      'It cannot tell what a deployment was worth, nor whether going live more often would help here.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, context.window) });
  const isCoarse = series.behaviour.chunky && intervals.behaviour.n >= LEAST_INTERVALS;
  const parts = isCoarse
    ? intervalParts(intervals, context)
    : seriesFigureParts(
        {
          series,
          unit: 'plain',
          label: 'Deployments',
          caption: 'Deployments over time; the sample is the items in them',
        },
        context,
      );
  return createFigure({
    ...frame,
    headline: headlineOf(result),
    values: valuesOf(result),
    chart: parts.chart,
    table: parts.table,
    notes: [...parts.notes],
    prompt: 'What would have to be true for us to go live whenever something is ready?',
  });
}

/** Where most weeks have none, the median week says nothing; how many weeks there are to each deployment does. */
function headlineOf({ deployments, weeks, median, series }: DeploymentFrequency): string {
  const counted = countLabel(deployments, 'deployment');
  if (median === null) return `${counted} in the ${countLabel(weeks, 'week')} that may be shown.`;
  if (median === 0 && deployments > 0)
    return `${counted} in ${countLabel(weeks, 'week')}, about one in ${countLabel(Math.round(weeks / deployments), 'week')}.`;
  const middle = series.weeksPerBin === 1 ? 'week' : `stretch of ${series.weeksPerBin} weeks`;
  return `The median ${middle} has ${countLabel(median, 'deployment')} (${deployments} in ${countLabel(weeks, 'week')}).`;
}

function valuesOf({ weeks, deployments, median, daysPerWeek, between, series }: DeploymentFrequency): KeyFigure[] {
  const isWeekly = series.weeksPerBin === 1;
  const figures: KeyFigure[] = [
    {
      id: 'median',
      label: isWeekly ? 'Median a week' : `Median in ${series.weeksPerBin} weeks`,
      value: median,
      unit: isWeekly ? 'perWeek' : 'plain',
      n: weeks,
      why: median === null ? withheldText({ code: 'people' }) : null,
    },
    {
      id: 'daysPerWeek',
      label: 'Days with a deployment',
      value: daysPerWeek,
      unit: 'perWeek',
      n: deployments,
      why: null,
    },
  ];
  const words = { verb: 'followed the one before', things: 'times between deployments', id: 'between' };
  return between === null
    ? figures
    : [...figures, ...percentileFigures(between.percentiles, { ...words, n: between.n })];
}

function intervalParts({ points, behaviour }: DeploymentFrequency['intervals'], { markers }: FigureContext) {
  const isOdd = (index: number): boolean => behaviour.signals.some(signal => signal.points.includes(index));
  const chart: SeriesChart = {
    kind: 'series',
    xLabel: 'Deployment',
    yLabel: 'Time since the deployment before',
    unit: 'seconds',
    points: points.map(({ from, to, seconds }, index) => ({
      from,
      to,
      value: seconds,
      hidden: seconds === null,
      signals: isOdd(index) ? [UNUSUAL] : [],
      lines: [
        `${dayLabel(from)} to ${dayLabel(to)}`,
        seconds === null ? 'Hidden to protect people' : durationLabel(seconds),
      ],
    })),
    limits: limitsOf(behaviour, points),
    markers: [...markers],
  };
  const table: Table = {
    caption: 'Times between deployments',
    columns: [
      { id: 'from', label: 'Deployment', kind: 'day' },
      { id: 'to', label: 'Next deployment', kind: 'day' },
      { id: 'between', label: 'Time between', kind: 'seconds' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: points.map(({ from, to, seconds }, index) => [
      from,
      to,
      seconds,
      seconds === null ? 'hidden to protect people' : isOdd(index) ? UNUSUAL : null,
    ]),
  };
  return { chart, table, notes: intervalNotes(points, behaviour) };
}

const UNUSUAL = 'unusual for this team’s own past';

function intervalNotes(
  points: DeploymentFrequency['intervals']['points'],
  behaviour: DeploymentFrequency['intervals']['behaviour'],
): string[] {
  const why = 'Weekly counts take too few different values for limits, so the times between deployments are drawn.';
  const quiet = quietNote(behaviour, {
    ...{ things: 'of them', counted: 'times between deployments', whose: 'this team’s' },
    trial: `, which hold until there are ${FOR_ALL_RULES} times`,
  });
  const odd = [...new Set(behaviour.signals.flatMap(signal => signal.points))].sort((a, b) => a - b);
  const first = points[odd[0] ?? -1];
  if (first === undefined) return quiet === null ? [why] : [why, quiet];
  const from = `first from ${dayLabel(first.from)} to ${dayLabel(first.to)}`;
  return [
    why,
    `${odd.length} of ${countLabel(points.length, 'time')} between deployments ${odd.length === 1 ? 'is' : 'are'} ${UNUSUAL}, ${from}.`,
  ];
}
