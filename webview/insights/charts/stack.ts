import type { StackChart } from '../../../src/model/flow/figure.ts';
import { shortValue, valueText } from '../units.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Box, Mark } from './geometry.ts';
import { plotHeight } from './dots.ts';
import { partFills } from './fills.ts';
import { axisWidth, captionHeight, drawFrame, timeAxis } from './frame.ts';
import { hiddenHatch, hiddenLegend, hiddenText, tickBox } from './hidden.ts';
import { legendEntry, legendHeights } from './legend.ts';
import { legendFlow, legendRow, legendWidth } from './legendFlow.ts';
import { layMarkers } from './markers.ts';
import { spanOf } from './series.ts';
import { svgElement } from './svg.ts';
import { textWidth } from './text.ts';
import { dayText, epochOf, timeDomain } from './time.ts';
import { valueScale } from './valueScale.ts';

const bottomRoom = 34;
const wideEnough = 440;
const widestLegend = 170;
const widestColumn = 56;

/**
 * Parts of a whole over time as columns. Hidden parts are a hatched rest where the whole may be told; else a hatched tick
 * below the axis says that the column is not all.
 */
export function drawStack(chart: StackChart, paper: Paper): Drawing {
  const all = spanOf(chart.columns);
  const shown = paper.zoom ?? all;
  const columns = chart.columns
    .map(column => ({ ...column, start: epochOf(column.from), end: epochOf(column.to) }))
    .filter(({ start, end }) => end > shown.from && start < shown.to);
  const shownTotals = columns.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const totals = columns.map(({ total }, index) => total ?? shownTotals[index] ?? 0);
  const y = valueScale(totals, chart.unit, 'linear');
  // Only what is drawn has an entry in the legend.
  const drawn = chart.parts.flatMap((_, part) => (columns.some(({ values }) => (values[part] ?? 0) > 0) ? [part] : []));
  const labels = drawn.map(part => chart.parts[part]?.label ?? '');

  const wide = paper.width >= wideEnough;
  const left = axisWidth(Math.max(...y.ticks.map(tick => textWidth(shortValue(tick, chart.unit)))));
  const right = paper.width - (wide ? Math.min(widestLegend, legendWidth(labels)) + 12 : 4);
  const flow = wide ? [] : legendFlow(labels, paper.width);
  const legendTop = captionHeight;
  const legendHeight = wide || flow.length === 0 ? 0 : ((flow.at(-1)?.row ?? 0) + 1) * legendRow + 4;
  const markers = layMarkers(chart.markers, shown, { left, right, end: paper.width });
  const top = captionHeight + markers.height + legendHeight;
  const height = top + plotHeight(paper.width);
  const area = { left, right, top, bottom: height - bottomRoom };
  const frame = drawFrame(paper, {
    height,
    area,
    x: { type: 'utc', domain: timeDomain(shown.from, shown.to) },
    xAxis: timeAxis(right - left),
    y,
    unit: chart.unit,
    xLabel: '',
    yLabel: chart.yLabel,
    marks: [],
  });
  const fills = partFills(paper.document, paper.id, chart.parts.length);
  frame.element.append(fills.definitions);

  const hiddenPlaces: Box[] = [];
  const marks = columns.flatMap((column, index): Mark[] => {
    const from = frame.xOf(Math.max(column.start, shown.from) * 1000);
    const to = frame.xOf(Math.min(column.end, shown.to) * 1000);
    const inset = Math.max(Math.min(1.5, (to - from) * 0.1), (to - from - widestColumn) / 2);
    const box = { left: from + inset, right: to - inset };
    const shownTotal = shownTotals[index] ?? 0;
    const isPart = column.values.includes(null);
    const place =
      column.total === null
        ? tickBox(box.left, box.right, area.bottom)
        : { ...box, top: frame.yOf(column.total), bottom: frame.yOf(shownTotal) };
    if (isPart) hiddenPlaces.push(place);
    let below = 0;
    return chart.parts.map((part, row): Mark => {
      const value = column.values[row] ?? null;
      const bottom = frame.yOf(below);
      below += value ?? 0;
      const own = value === null ? place : { ...box, bottom, top: frame.yOf(below) };
      return {
        id: `${column.from}-${part.id}`,
        title: `${part.label}: ${value === null ? hiddenText.toLowerCase() : valueText(value, chart.unit)}`,
        lines: [
          dayText(column.from),
          ...(value === null ? [] : [`of ${valueText(shownTotal, chart.unit)} shown`]),
          ...(isPart && value !== null ? ['The rest is hidden to protect people'] : []),
        ],
        x: (from + to) / 2,
        y: (own.top + own.bottom) / 2,
        box: own,
        along: column.start,
        across: row,
      };
    });
  });
  frame.element.append(
    ...marks.flatMap((mark, index) => {
      const [row, column] = [index % chart.parts.length, Math.floor(index / chart.parts.length)];
      const isShown = columns[column]?.values[row] != null;
      return isShown ? columnShape(paper.document, mark, fills.of(row)) : [];
    }),
  );
  if (hiddenPlaces.length > 0) {
    const hatch = hiddenHatch(paper);
    frame.element.append(
      hatch.definitions,
      ...hiddenPlaces.map(place => hatch.patch(place)),
      ...hiddenLegend(paper, hatch, chart.yLabel),
    );
  }

  if (wide) {
    const heights = legendHeights(lastPlaces(marks, chart.parts.length, drawn, area.bottom), top, area.bottom);
    labels.forEach((label, entry) => {
      const place = { x: right + 10, y: heights[entry] ?? top, room: paper.width - right - 10 };
      frame.element.append(...legendEntry(paper.document, fills, drawn[entry] ?? 0, label, place));
    });
  } else
    labels.forEach((label, entry) => {
      const { x = 0, row = 0 } = flow[entry] ?? {};
      const place = { x, y: legendTop + row * legendRow + 6, room: paper.width - x };
      frame.element.append(...legendEntry(paper.document, fills, drawn[entry] ?? 0, label, place));
    });
  const flags = markers.draw(paper, frame, legendHeight);
  return {
    element: frame.element,
    height,
    marks: [...marks, ...flags],
    time: { area, shown, all },
    rows: chart.parts.length,
  };
}

function columnShape(document: Document, { box }: Mark, fill: string): SVGElement[] {
  if (box === null || box.bottom - box.top < 0.05) return [];
  return [
    svgElement(document, 'rect', {
      x: box.left,
      y: box.top,
      width: Math.max(0.5, box.right - box.left),
      height: box.bottom - box.top,
      fill,
      stroke: 'var(--vscode-editor-background)',
      'stroke-width': 0.5,
    }),
  ];
}

/** Middle heights, in the last column, of the parts that are drawn. */
function lastPlaces(marks: readonly Mark[], parts: number, drawn: readonly number[], bottom: number): number[] {
  const last = marks.slice(-parts);
  return drawn.map((part, order) => Math.min(last[part]?.y ?? bottom, bottom) - order * 0.01);
}
