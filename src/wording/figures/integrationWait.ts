import type { DotsChart, Figure, KeyFigure, Table } from '../../model/flow/figure.ts';
import type { IntegrationWait } from '../../model/flow/integrationWait.ts';
import { boundedDuration, dayLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { countedParts, type CountedParts } from './counts.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { percentileFigures, percentileLevels } from './percentiles.ts';
import { timeDots } from './timeDots.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** The wait after a branch's last commit: an upper bound of what review, checks and approval take. */
export function integrationWaitFigure(result: IntegrationWait, context: FigureContext): Figure {
  const { share, items, finished, pauses } = result;
  const figure = createFigure({
    id: 'integrationWait',
    group: 'effectiveness',
    title: 'Wait after the last commit',
    focus: 'reviewWait',
    proxy:
      'An upper bound: it holds review, checks, approval and plain forgetting, and git cannot tell them apart. Waits between review rounds lie before the last commit and are not in it.',
    withheld: withheldText(result.withheld, context.window),
    method: METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  const known = Math.round((100 * items) / finished);
  const longPause = pauses.find(({ percent }) => percent === 50)?.seconds ?? null;
  return {
    ...figure,
    headline: `Items landed in the last ${context.window.weeks} weeks waited ${share === null ? 'no' : valueLabel(share, 'share')} of their time after the last commit (n = ${items} merged branches; ${known} % of the finished items are such).`,
    values: [
      { id: 'share', label: 'Share of the whole time', value: share, unit: 'share', n: items, why: null },
      ...percentileFigures(result.percentiles, { verb: 'landed', things: 'merged branches', n: items }),
      ...pauseFigures(result),
    ],
    ...(context.use === 'view' ? { chart: dots(result, context), table: itemTable(result) } : counts(result)),
    notes:
      longPause === null
        ? []
        : [
            `In half of the branches with several commits the longest pause between two of them was ${boundedDuration('at most', longPause)}: waits between review rounds hide there.`,
          ],
    prompt:
      'What happens between the last commit and the landing, and what would make it shorter without making it careless?',
  };
}

const METHOD: readonly string[] = [
  'From the time the last commit of a branch was written to its landing on the main branch, merged branches only (squash merges lose it).',
  'Percentiles are nearest-rank and need 19 items, the 95 % one 59. Unit: elapsed time, weekends included.',
  'It is no review time: with a tracker or a forge connection the time to the first review and to the approval could be told apart.',
];

function pauseFigures({ pauses, pauseItems: n }: IntegrationWait): KeyFigure[] {
  if (n === null) {
    const label = 'Longest pause between commits';
    return [{ id: 'pause', label, value: null, unit: 'seconds', n: 0, why: withheldText({ code: 'people' }) }];
  }
  const words = { verb: 'paused', things: 'merged branches with two commits', n, id: 'pause' };
  return percentileFigures(pauses, words).map((figure, index) => ({
    ...figure,
    label: `${pauses[index]?.percent ?? ''} % have no pause between commits longer than`,
  }));
}

function dots({ points, percentiles }: IntegrationWait, context: FigureContext): DotsChart {
  const dots = points.map(({ id, label, type, landed, landedAt, seconds, share }) => ({
    id,
    label: label ?? workTypeLabel(type),
    x: landedAt,
    y: seconds,
    lines: [
      `Waited ${valueLabel(seconds, 'seconds')}${share === null ? '' : `, ${valueLabel(share, 'share')} of its time`}`,
      `Landed ${dayLabel(landed)}`,
    ],
  }));
  const labels = { xLabel: 'Landed', yLabel: 'Wait after the last commit' };
  return timeDots({ dots, levels: percentileLevels(percentiles), ...labels }, context);
}

function itemTable({ points }: IntegrationWait): Table {
  return {
    caption: 'Wait after the last commit by item',
    columns: [
      { id: 'item', label: 'Item', kind: 'text' },
      { id: 'landed', label: 'Landed', kind: 'day' },
      { id: 'wait', label: 'Wait', kind: 'seconds' },
      { id: 'share', label: 'Share of its time', kind: 'share' },
    ],
    rows: points
      .toSorted((a, b) => b.seconds - a.seconds)
      .map(({ label, landed, seconds, share }) => [label, landed, seconds, share]),
  };
}

function counts({ bins }: IntegrationWait): CountedParts {
  const counted = bins.map(bin => ({ label: hoursLabel(bin), count: bin.count }));
  return countedParts(counted, 'Wait after the last commit', 'Wait after the last commit, items by hours');
}

function hoursLabel({ fromHours, toHours }: IntegrationWait['bins'][number]): string {
  const label = (hours: number): string => (hours < 24 ? `${hours} h` : `${hours / 24} d`);
  return toHours === null ? `${label(fromHours)} or more` : `${label(fromHours)} to ${label(toHours)}`;
}
