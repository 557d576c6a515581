import type { Chart, Figure } from '../../src/model/flow/figure.ts';

const names: Readonly<Record<Chart['kind'], string>> = {
  dots: 'scatterplot',
  bars: 'bar chart',
  series: 'line chart over time',
  stack: 'stacked columns over time',
  ranges: 'intervals',
  odds: 'odds',
  map: 'value stream map',
};

/** What kind of picture a chart is, in a word or two. */
export function chartName({ kind }: Chart): string {
  return names[kind];
}

/** What a screen reader says when the chart is reached. */
export function chartLabel({ title, headline, chart }: Figure): string {
  const overTime = chart !== null && isOverTime(chart);
  return [
    title,
    headline.replace(/\.$/, ''),
    overTime
      ? 'Arrow keys move among the points, plus and minus zoom, zero shows all, Shift and arrows move the zoom'
      : 'Arrow keys move among the parts',
    'Escape leaves. A table follows.',
  ]
    .filter(sentence => sentence !== '')
    .join('. ');
}

/** Whether the chart has a time axis, and so can be zoomed. */
export function isOverTime(chart: Chart): boolean {
  return chart.kind === 'series' || chart.kind === 'stack' || (chart.kind === 'dots' && chart.xKind === 'time');
}
