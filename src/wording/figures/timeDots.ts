import type { DotsChart } from '../../model/flow/figure.ts';
import type { FigureContext } from './figure.ts';

/** A scatterplot of durations (seconds) over time (epoch seconds), as wide as the window. */
export function timeDots(
  { dots, levels, xLabel, yLabel }: Pick<DotsChart, 'dots' | 'levels' | 'xLabel' | 'yLabel'>,
  { window, markers }: FigureContext,
): DotsChart {
  // The window's days are the team's, these are UTC's: dots of the first and last hours may lie a little beyond.
  const edge = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
  const times = dots.map(({ x }) => x);
  const [from, to] = [edge(window.from), edge(window.to)];
  return {
    kind: 'dots',
    xLabel,
    yLabel,
    unit: 'seconds',
    xKind: 'time',
    xUnit: 'plain',
    from: times.reduce((least, time) => Math.min(least, time), from),
    to: times.reduce((most, time) => Math.max(most, time), to),
    dots,
    levels,
    markers: [...markers],
  };
}
