import type { Chart } from '../../src/model/flow/figure.ts';
import type { Span } from './charts/geometry.ts';

/** What a zoomed picture does not show: all that stands around it is still about everything. '' where nothing is zoomed. */
export function zoomNote(chart: Chart | null, zoom: Span | null): string {
  if (chart === null || zoom === null) return '';
  switch (chart.kind) {
    case 'dots': {
      const drawn = chart.dots.filter(({ x }) => x >= zoom.from && x <= zoom.to).length;
      return `${drawn} of ${items(chart.dots.length)} drawn. The lines, the figures and the sentence above are of all ${chart.dots.length}.`;
    }
    case 'series':
    case 'stack':
      return 'Part of the window is drawn. The figures and the sentence above are of all of it.';
    default:
      return '';
  }
}

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}
