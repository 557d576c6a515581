import type { BarsChart } from '../../../src/model/flow/figure.ts';
import { shortValue, valueText } from '../units.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Box, Mark } from './geometry.ts';
import { plotHeight } from './dots.ts';
import { axisWidth, blankPicture, captionHeight, drawFrame } from './frame.ts';
import { hiddenHatch, hiddenLegend, hiddenText, hiddenTick, tickBox } from './hidden.ts';
import { svgElement } from './svg.ts';
import { fitText, fontSize, textWidth } from './text.ts';
import { rowLayout } from './rowLayout.ts';
import { valueScale } from './valueScale.ts';

type Bar = BarsChart['bars'][number];

const barHeight = 16;
const bottomRoom = 38;
const hiddenWidth = 10;
const widestColumn = 120;

/** A histogram or one bar a category: columns while their names fit below them, else rows. A hidden value is a hatched tick. */
export function drawBars(chart: BarsChart, paper: Paper): Drawing {
  const widest = Math.max(0, ...chart.bars.map(({ label }) => textWidth(label)));
  const room = (paper.width - 60) / Math.max(1, chart.bars.length);
  return widest + 6 <= Math.min(room, widestColumn) ? columns(chart, paper) : rows(chart, paper, widest);
}

function columns(chart: BarsChart, paper: Paper): Drawing {
  const y = valueScale(
    chart.bars.flatMap(({ value }) => value ?? []),
    chart.unit,
    'linear',
  );
  const left = axisWidth(Math.max(...y.ticks.map(tick => textWidth(shortValue(tick, chart.unit)))));
  const band = Math.min(widestColumn, (paper.width - left - 8) / Math.max(1, chart.bars.length));
  const right = Math.min(paper.width - 8, left + band * Math.max(1, chart.bars.length));
  const height = captionHeight + plotHeight(paper.width);
  const area = { left, right, top: captionHeight + fontSize, bottom: height - bottomRoom };
  const frame = drawFrame(paper, {
    height,
    area,
    x: { type: 'linear', domain: [0, Math.max(1, chart.bars.length)] },
    y,
    unit: chart.unit,
    xLabel: '',
    yLabel: chart.yLabel,
    marks: [],
  });
  const marks = chart.bars.map((bar, index): Mark => {
    const [from, to] = [frame.xOf(index + 0.1), frame.xOf(index + 0.9)];
    const ends = [frame.yOf(0), frame.yOf(bar.value ?? 0)];
    const box = { left: from, right: to, top: Math.min(...ends), bottom: Math.max(...ends) };
    return markOf(bar, chart, index, bar.value === null ? tickBox(from, to, area.bottom) : box);
  });
  const isHiding = chart.bars.some(({ value }) => value === null);
  const hatch = isHiding ? hiddenHatch(paper) : null;
  if (hatch !== null) frame.element.append(hatch.definitions, ...hiddenLegend(paper, hatch, chart.yLabel));
  for (const [index, mark] of marks.entries()) {
    const bar = chart.bars[index];
    if (bar === undefined || mark.box === null) continue;
    frame.element.append(
      ...barShape(paper.document, mark.box, bar),
      columnName(paper.document, mark, bar, area.bottom + (isHiding ? hiddenTick : 0)),
    );
    if (hatch !== null && bar.value === null) frame.element.append(hatch.patch(mark.box));
    const value = bar.value === null ? '' : shortValue(bar.value, chart.unit);
    if (value !== '' && textWidth(value) <= band)
      frame.element.append(
        svgElement(paper.document, 'text', { x: mark.x, y: mark.box.top - 4, 'text-anchor': 'middle' }, value),
      );
  }
  frame.element.append(
    svgElement(
      paper.document,
      'text',
      { x: left, y: height - 4, 'text-anchor': 'start' },
      fitText(chart.xLabel, paper.width - left - 8),
    ),
  );
  return { element: frame.element, height, marks, time: null, rows: null };
}

function columnName(document: Document, { x }: Mark, { label }: Bar, bottom: number): SVGElement {
  return svgElement(document, 'text', { x, y: bottom + fontSize + 3, 'text-anchor': 'middle' }, label);
}

function rows(chart: BarsChart, paper: Paper, widest: number): Drawing {
  const { document, width } = paper;
  const { above, left, rowHeight } = rowLayout(widest, width);
  const values = chart.bars.flatMap(({ value }) => value ?? []);
  const texts = values.map(value => textWidth(shortValue(value, chart.unit)));
  const right = width - Math.max(20, ...texts) - 10;
  const longest = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const xOf = (value: number) => left + ((value - least) / (longest - least || 1)) * (right - left);
  const height = captionHeight + chart.bars.length * rowHeight + 6;
  const element = blankPicture(paper, height);
  const caption = [chart.yLabel, chart.xLabel].filter(text => text !== '').join(' · ');
  element.append(
    svgElement(document, 'text', { x: 0, y: fontSize, 'text-anchor': 'start' }, fitText(caption, width - 8)),
    ...(above ? [] : [baseline(document, xOf(0), height)]),
  );
  const hatch = hiddenHatch(paper);
  if (chart.bars.some(({ value }) => value === null)) element.append(hatch.definitions);
  const marks = chart.bars.map((bar, index): Mark => {
    const top = captionHeight + (index + 1) * rowHeight - barHeight - (above ? 8 : 4);
    const ends = bar.value === null ? [xOf(0) + 1, xOf(0) + hiddenWidth] : [xOf(0), xOf(bar.value)];
    const box = { left: Math.min(...ends), right: Math.max(...ends), top, bottom: top + barHeight };
    const middle = top + barHeight / 2;
    element.append(
      svgElement(
        document,
        'text',
        {
          x: above ? 0 : left - 8,
          y: above ? top - 10 : middle,
          dy: '0.32em',
          'text-anchor': above ? 'start' : 'end',
          fill: 'var(--vscode-foreground)',
        },
        fitText(bar.label, above ? width : left - 8),
      ),
      ...(bar.value === null ? [hatch.patch(box)] : barShape(document, box, bar)),
      svgElement(
        document,
        'text',
        { x: box.right + 6, y: middle, dy: '0.32em', 'text-anchor': 'start' },
        bar.value === null ? hiddenText.toLowerCase() : shortValue(bar.value, chart.unit),
      ),
    );
    return { ...markOf(bar, chart, index, box), along: bar.value ?? 0, across: -index };
  });
  return { element, height, marks, time: null, rows: null };
}

function baseline(document: Document, x: number, height: number): SVGElement {
  return svgElement(document, 'path', {
    d: `M${x},${captionHeight}V${height - 4}`,
    stroke: 'currentColor',
    'stroke-opacity': 0.4,
  });
}

function markOf(bar: Bar, { unit }: BarsChart, index: number, box: Box): Mark {
  const value = bar.value === null ? hiddenText.toLowerCase() : valueText(bar.value, unit);
  return {
    id: String(index),
    title: `${bar.label}: ${value}`,
    lines: bar.lines,
    x: (box.left + box.right) / 2,
    y: box.top,
    box,
    along: index,
    across: bar.value ?? -Infinity,
  };
}

function barShape(document: Document, box: Box, { value, open }: Bar): SVGElement[] {
  if (value === null || value === 0) return [];
  const place = {
    class: 'ink',
    x: box.left,
    y: box.top,
    width: Math.max(1, box.right - box.left),
    height: Math.max(1, box.bottom - box.top),
  };
  const ink =
    open === true
      ? { fill: 'none', stroke: 'var(--vscode-foreground)', 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }
      : { fill: 'var(--vscode-charts-blue)', 'fill-opacity': 0.75 };
  return [svgElement(document, 'rect', { ...place, ...ink })];
}
