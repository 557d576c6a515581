import type { RangesChart } from '../../../src/model/flow/figure.ts';
import { shortValue, valueText } from '../units.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Mark } from './geometry.ts';
import { blankPicture, captionHeight } from './frame.ts';
import { halo } from './levels.ts';
import { rowLayout } from './rowLayout.ts';
import { svgElement } from './svg.ts';
import { fitText, fontSize, textWidth } from './text.ts';
import { valueScale } from './valueScale.ts';

type Row = RangesChart['rows'][number];

const axisRoom = 22;
const narrowBelow = 480;

/** One value a category, with the interval that it lies in: a dot on a line with ends. */
export function drawRanges(chart: RangesChart, paper: Paper): Drawing {
  const { document, width } = paper;
  const widest = Math.max(0, ...chart.rows.map(({ label }) => textWidth(label)));
  const texts = chart.rows.map(row => rangeText(row, chart));
  const { above, left: start, rowHeight } = rowLayout(widest, width);
  const left = above ? 12 : start;
  const aside = width < narrowBelow ? 12 : Math.max(0, ...texts.map(text => textWidth(text))) + 20;
  const right = width - aside;
  const scale = valueScale(
    chart.rows.flatMap(({ value, low, high, expected }) =>
      [value, low, high, expected].flatMap(number => number ?? []),
    ),
    chart.unit,
    'linear',
  );
  const [from, to] = scale.domain;
  const xOf = (value: number) => left + ((value - from) / (to - from)) * (right - left);
  const bottom = captionHeight + chart.rows.length * rowHeight;
  const height = bottom + axisRoom;
  const element = blankPicture(paper, height);
  element.append(
    svgElement(document, 'text', { x: 0, y: fontSize, 'text-anchor': 'start' }, fitText(captionOf(chart), width - 8)),
    ...axis(document, ticksWithRoom(scale.ticks, right - left, chart), xOf, bottom, width, chart),
  );
  if (chart.zero)
    element.append(
      svgElement(document, 'path', {
        d: `M${xOf(0)},${captionHeight}V${bottom}`,
        stroke: 'currentColor',
        'stroke-width': 1.5,
      }),
    );
  const marks = chart.rows.map((row, index): Mark => {
    const middle = captionHeight + (index + 0.5) * rowHeight;
    const y = above ? middle + 9 : middle;
    element.append(
      svgElement(
        document,
        'text',
        {
          x: above ? 0 : left - 10,
          y: above ? y - 17 : y,
          dy: '0.32em',
          'text-anchor': above ? 'start' : 'end',
          fill: 'var(--vscode-foreground)',
          ...halo,
        },
        fitText(row.label, above ? width : left - 10),
      ),
      ...rangeShape(document, row, y, xOf),
    );
    if (row.value === null && row.low === null)
      element.append(
        svgElement(
          document,
          'text',
          { x: left, y, dy: '0.32em', 'text-anchor': 'start' },
          fitText(whyEmpty(row), width - left),
        ),
      );
    else if (width >= narrowBelow)
      element.append(
        svgElement(document, 'text', { x: right + 12, y, dy: '0.32em', 'text-anchor': 'start' }, texts[index] ?? ''),
      );
    const [low, high] = [row.low ?? row.value ?? from, row.high ?? row.value ?? from].map(xOf);
    return {
      id: String(index),
      title: `${row.label}: ${texts[index] ?? ''}`,
      lines: row.lines,
      x: xOf(row.value ?? row.low ?? from),
      y,
      box: { left: (low ?? left) - 7, right: (high ?? left) + 7, top: y - 9, bottom: y + 9 },
      along: row.value ?? -Infinity,
      across: -index,
    };
  });
  return { element, height, marks, time: null, rows: null };
}

function captionOf({ yLabel, xLabel, expected }: RangesChart): string {
  const legend = expected === undefined ? '' : `diamond: ${expected}`;
  return [yLabel, xLabel, legend].filter(text => text !== '').join(' · ');
}

function rangeText({ value, low, high }: Row, { unit }: RangesChart): string {
  if (value === null) return 'no figure';
  if (low === null || high === null) return valueText(value, unit);
  return `${shortValue(value, unit)} (${shortValue(low, unit)} to ${shortValue(high, unit)})`;
}

/** A row without a figure is not left empty. */
function whyEmpty({ lines }: Row): string {
  const why = lines[0] ?? 'no figure';
  return `${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

function rangeShape(
  document: Document,
  { value, low, high, expected }: Row,
  y: number,
  xOf: (value: number) => number,
): SVGElement[] {
  const line =
    low === null || high === null
      ? []
      : [
          svgElement(document, 'path', {
            d: `M${xOf(low)},${y - 4}v8M${xOf(low)},${y}H${xOf(high)}M${xOf(high)},${y - 4}v8`,
            stroke: 'var(--vscode-charts-blue)',
            'stroke-width': 1.5,
            fill: 'none',
          }),
        ];
  const dot =
    value === null
      ? []
      : [svgElement(document, 'circle', { cx: xOf(value), cy: y, r: 4, fill: 'var(--vscode-charts-blue)' })];
  return [...line, ...dot, ...(expected === undefined ? [] : [diamond(document, xOf(expected), y)])];
}

/** Over the dot where both are the same: one is seen through the other. */
function diamond(document: Document, x: number, y: number): SVGElement {
  return svgElement(document, 'path', {
    d: `M${x - 6},${y}L${x},${y - 6}L${x + 6},${y}L${x},${y + 6}Z`,
    stroke: 'var(--vscode-foreground)',
    'stroke-width': 1.5,
    fill: 'none',
  });
}

function axis(
  document: Document,
  ticks: readonly number[],
  xOf: (value: number) => number,
  bottom: number,
  width: number,
  { unit }: RangesChart,
): SVGElement[] {
  return ticks.flatMap(tick => [
    svgElement(document, 'path', {
      d: `M${xOf(tick)},${captionHeight}V${bottom}`,
      stroke: 'currentColor',
      'stroke-opacity': 0.15,
    }),
    tickLabel(document, { x: xOf(tick), y: bottom + fontSize + 3, width }, shortValue(tick, unit)),
  ]);
}

/** In the middle of its tick, unless it would leave the picture there. */
function tickLabel(
  document: Document,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  text: string,
): SVGElement {
  const half = (textWidth(text) * 1.08) / 2;
  const place = x + half > width ? { x: width, 'text-anchor': 'end' } : { x, 'text-anchor': 'middle' };
  return svgElement(document, 'text', { y, ...place }, text);
}

function ticksWithRoom(ticks: readonly number[], width: number, chart: RangesChart): readonly number[] {
  const widest = Math.max(0, ...ticks.map(tick => textWidth(shortValue(tick, chart.unit)))) + 10;
  if (ticks.length * widest <= width || ticks.length <= 2) return ticks;
  return ticksWithRoom(
    ticks.filter((_, index) => index % 2 === 0),
    width,
    chart,
  );
}
