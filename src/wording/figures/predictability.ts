import type { Figure } from '../../model/flow/figure.ts';
import type { Predictability } from '../../model/flow/predictability.ts';
import { durationLabel } from '../dates.ts';
import { CYCLE_TIME_PROXY } from './cycleTimeProxy.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { roughNumber } from './units.ts';
import { withheldText } from './withheld.ts';

/** How far the long cycle times lie from the usual ones. */
export function predictabilityFigure(result: Predictability, { window }: FigureContext): Figure {
  const { withheld, n, ratio, interval, byWeeks, p50, p85 } = result;
  const frame = {
    id: 'predictability',
    group: 'speed' as const,
    title: 'Predictability',
    proxy: CYCLE_TIME_PROXY,
    method: [
      'The spread is the 85 % cycle time divided by the 50 % cycle time, both by nearest rank. 1 would mean that all items take alike; a larger spread at an equal 50 % time means that a promise about one item is harder to make.',
      'The interval is a 95 % bootstrap over 10,000 draws of whole ISO weeks, as items of one week are not independent. It needs 19 items.',
      'It cannot tell whether the work itself differed in size, or the waiting did.',
    ],
  };
  if (withheld !== null) return createFigure({ ...frame, withheld: withheldText(withheld, window) });
  if (ratio === null || p50 === null || p85 === null)
    return createFigure({
      ...frame,
      withheld:
        'Half of the items took no measurable time, so there is nothing that the long ones could be compared with.',
    });
  const range =
    interval === null ? '' : `95 % interval ${roughNumber(interval.low)} to ${roughNumber(interval.high)}, `;
  return createFigure({
    ...frame,
    headline: `The 85 % cycle time is ${roughNumber(ratio)} times the 50 % one: ${durationLabel(p85)} and ${durationLabel(p50)} (${range}n = ${n}).`,
    values: [
      { id: 'spread', label: '85 % time divided by 50 % time', value: ratio, unit: 'ratio', n, why: null },
      { id: 'p50', label: '50 % finished in at most', value: p50, unit: 'seconds', n, why: null },
      { id: 'p85', label: '85 % finished in at most', value: p85, unit: 'seconds', n, why: null },
    ],
    chart: {
      kind: 'ranges',
      xLabel: '85 % time divided by 50 % time',
      yLabel: '',
      unit: 'ratio',
      zero: false,
      rows: [{ label: 'Spread', value: ratio, low: interval?.low ?? null, high: interval?.high ?? null, lines: [] }],
    },
    table: {
      caption: 'Spread of cycle time',
      columns: [
        { id: 'spread', label: 'Spread', kind: 'ratio' },
        { id: 'low', label: 'Low', kind: 'ratio' },
        { id: 'high', label: 'High', kind: 'ratio' },
        { id: 'p50', label: '50 %', kind: 'seconds' },
        { id: 'p85', label: '85 %', kind: 'seconds' },
        { id: 'n', label: 'Items', kind: 'items' },
      ],
      rows: [[ratio, interval?.low ?? null, interval?.high ?? null, p50, p85, n]],
    },
    notes: byWeeks
      ? []
      : ['Fewer than six weeks have items, so single items were drawn: the interval is narrower than it should be.'],
    prompt: 'Which kinds of work take much longer than usual, and could we tell before they start?',
  });
}
