import type { Chart, Figure } from '../../model/flow/figure.ts';

/** Fewer that may be shown make no picture of how something changed. */
const LEAST_SHOWN = 3;
const NOT_DRAWN = 'not in the picture: ';

/** The figure without its picture over time, and with a sentence instead, where hiding leaves next to nothing to draw. */
export function withoutEmptyChart(figure: Figure): Figure {
  const { shown, hidden } = figure.chart === null ? { shown: 0, hidden: 0 } : stretchesOf(figure.chart);
  if (hidden === 0 || shown >= LEAST_SHOWN) return figure;
  const what = figure.chart?.kind === 'stack' ? 'columns' : 'points';
  const why =
    shown === 0
      ? `all its ${what} are hidden to protect people`
      : `only ${shown} of its ${shown + hidden} ${what} may be shown, the others are hidden to protect people`;
  const notes = figure.notes.filter(note => !note.includes(NOT_DRAWN));
  return { ...figure, chart: null, notes: [`No picture over time: ${why}.`, ...notes] };
}

/** The weeks before the first whole stretch of several: no point and no column has them. */
export function leftoverNote(left: number, stretch: number): string {
  const first = left === 1 ? 'The first week is' : `The first ${left} weeks are`;
  return `${first} ${NOT_DRAWN}it goes by ${stretch} weeks at a time.`;
}

/** Stretches of time with something to show, and those of which all or the rest is hidden. */
function stretchesOf(chart: Chart): { readonly shown: number; readonly hidden: number } {
  const none = { shown: 0, hidden: 0 };
  if (chart.kind === 'series') {
    const known = chart.points.filter(({ value, hidden }) => value !== null || hidden);
    const hidden = known.filter(point => point.hidden).length;
    return { shown: known.length - hidden, hidden };
  }
  if (chart.kind !== 'stack' || chart.unit === 'share') return none;
  const isShown = (values: readonly (number | null)[]): boolean =>
    values.some(value => value !== null && value > 0) || !values.includes(null);
  const shown = chart.columns.filter(({ values }) => isShown(values)).length;
  return { shown, hidden: chart.columns.length - shown };
}
