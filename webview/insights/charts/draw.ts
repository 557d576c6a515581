import type { Chart } from '../../../src/model/flow/figure.ts';
import { drawBars } from './bars.ts';
import { drawDots } from './dots.ts';
import type { Drawing, Paper } from './drawing.ts';
import { blankPicture } from './frame.ts';
import { drawMap } from './map.ts';
import { drawOdds } from './odds.ts';
import { drawRanges } from './ranges.ts';
import { drawSeries } from './series.ts';
import { drawStack } from './stack.ts';
import { svgElement } from './svg.ts';
import { fontSize } from './text.ts';

/** Draws any chart. With Plot in it this is the heavy part of the page, and loaded when there is something to draw. */
export function drawChart(chart: Chart, paper: Paper): Drawing {
  if (partsOf(chart) === 0) return drawNothing(paper);
  switch (chart.kind) {
    case 'dots':
      return drawDots(chart, paper);
    case 'bars':
      return drawBars(chart, paper);
    case 'series':
      return drawSeries(chart, paper);
    case 'stack':
      return drawStack(chart, paper);
    case 'ranges':
      return drawRanges(chart, paper);
    case 'odds':
      return drawOdds(chart, paper);
    case 'map':
      return drawMap(chart, paper);
  }
}

function partsOf(chart: Chart): number {
  switch (chart.kind) {
    case 'dots':
      return chart.dots.length;
    case 'bars':
      return chart.bars.length;
    case 'series':
      return chart.points.length;
    case 'stack':
      return chart.columns.length * chart.parts.length;
    case 'ranges':
      return chart.rows.length;
    case 'odds':
      return chart.groups.reduce((count, { rows }) => count + rows.length, 0);
    case 'map':
      return chart.boxes.length;
  }
}

/** One calm line: axes around nothing would look like a chart of zeros. */
function drawNothing(paper: Paper): Drawing {
  const height = 2 * fontSize;
  const element = blankPicture(paper, height);
  const text = { x: 0, y: fontSize + 2, 'text-anchor': 'start' };
  element.append(svgElement(paper.document, 'text', text, 'Nothing to draw in this window'));
  return { element, height, marks: [], time: null, rows: null };
}
