import { lineY } from '@observablehq/plot';
import type { SeriesChart } from '../../../src/model/flow/figure.ts';
import { shortValue, valueText } from '../units.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Mark, Span } from './geometry.ts';
import { axisWidth, captionHeight, drawFrame, timeAxis, type Frame } from './frame.ts';
import { plotHeight } from './dots.ts';
import { hiddenHatch, hiddenLegend, hiddenText, tickBox } from './hidden.ts';
import { dashOf, levelRoom, nameLevels, type Level } from './levels.ts';
import { layMarkers } from './markers.ts';
import { svgElement } from './svg.ts';
import { textWidth } from './text.ts';
import { dayText, epochOf, timeDomain } from './time.ts';
import { valueScale } from './valueScale.ts';

const bottomRoom = 34;

interface Point {
  readonly at: number;
  readonly value: number | null;
  readonly hidden: boolean;
}

/** A line over time with its natural limits, what signals, and what changed when. */
export function drawSeries(chart: SeriesChart, paper: Paper): Drawing {
  const all = spanOf(chart.points);
  const shown = paper.zoom ?? all;
  const points = chart.points
    .map(point => ({ ...point, at: (epochOf(point.from) + epochOf(point.to)) / 2 }))
    .filter(point => point.at >= shown.from && point.at <= shown.to);
  const limits = chart.limits
    .map(limit => ({ ...limit, start: epochOf(limit.from), end: epochOf(limit.to) }))
    .filter(limit => limit.end > shown.from && limit.start < shown.to);
  const values = [
    ...points.flatMap(({ value }) => value ?? []),
    ...limits.flatMap(({ centre, upper, lower }) => [centre, upper ?? centre, lower ?? centre]),
  ];
  const y = valueScale(values, chart.unit, 'linear', isCounted(chart));
  const last = limits.at(-1);
  const names = last === undefined ? [] : limitNames(last, chart);

  const left = axisWidth(Math.max(...y.ticks.map(tick => textWidth(shortValue(tick, chart.unit)))));
  const right = paper.width - levelRoom(names, paper.width);
  const markers = layMarkers(chart.markers, shown, { left, right, end: paper.width });
  const top = captionHeight + markers.height;
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
    marks: [
      lineY(points, {
        x: points.map(point => new Date(point.at * 1000)),
        y: points.map(point => point.value ?? NaN),
        stroke: 'var(--vscode-charts-blue)',
        strokeWidth: 1.5,
        strokeOpacity: 0.7,
        strokeLinejoin: 'round',
      }),
    ],
  });
  for (const limit of limits) frame.element.append(...limitLines(paper.document, frame, limit, shown));
  frame.element.append(...points.flatMap(point => pointShape(paper.document, frame, point, points.length)));
  nameLevels(paper, frame, names);
  const tickOf = ({ from, to }: Pick<(typeof points)[number], 'from' | 'to'>) => {
    const ends = [Math.max(epochOf(from), shown.from), Math.min(epochOf(to), shown.to)].map(at => frame.xOf(at * 1000));
    return tickBox(ends[0] ?? left, ends[1] ?? left, area.bottom);
  };
  const hidden = points.filter(point => point.hidden);
  if (hidden.length > 0) {
    const hatch = hiddenHatch(paper);
    frame.element.append(
      hatch.definitions,
      ...hidden.map(point => hatch.patch(tickOf(point))),
      ...hiddenLegend(paper, hatch, chart.yLabel),
    );
  }
  const flags = markers.draw(paper, frame);
  return {
    element: frame.element,
    height,
    marks: [
      ...points.map((point): Mark => {
        return {
          id: point.from,
          title: point.lines[0] ?? dayText(point.from),
          lines: [...(point.lines.length === 0 ? [valueOf(point, chart)] : point.lines.slice(1)), ...point.signals],
          x: frame.xOf(point.at * 1000),
          y: point.value === null ? area.bottom : frame.yOf(point.value),
          box: point.hidden ? tickOf(point) : null,
          along: point.at,
          across: point.value ?? -Infinity,
        };
      }),
      ...flags,
    ],
    time: { area, shown, all },
    rows: null,
  };
}

/** Whole numbers of something: its axis has no ticks between them, wherever the limits lie. */
function isCounted({ unit, points }: SeriesChart): boolean {
  return unit === 'plain' && points.every(({ value }) => value === null || Number.isInteger(value));
}

function valueOf({ value, hidden }: Point, { unit }: SeriesChart): string {
  if (hidden) return hiddenText;
  return value === null ? 'No figure' : valueText(value, unit);
}

/** From the first day to the day after the last; a week from nothing where there is no point. */
export function spanOf(points: readonly { readonly from: string; readonly to: string }[]): Span {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return { from: 0, to: 7 * 86_400 };
  return { from: epochOf(first.from), to: epochOf(last.to) };
}

type Limit = SeriesChart['limits'][number];

function limitNames({ centre, upper, lower }: Limit, { unit }: SeriesChart): Level[] {
  return [
    { label: `centre ${shortValue(centre, unit)}`, short: shortValue(centre, unit), value: centre, rank: 0 },
    ...(upper === null
      ? []
      : [{ label: `upper limit ${shortValue(upper, unit)}`, short: shortValue(upper, unit), value: upper, rank: 1 }]),
    ...(lower === null
      ? []
      : [{ label: `lower limit ${shortValue(lower, unit)}`, short: shortValue(lower, unit), value: lower, rank: 1 }]),
  ];
}

function limitLines(
  document: Document,
  { xOf, yOf }: Frame,
  limit: Limit & { start: number; end: number },
  shown: Span,
): SVGElement[] {
  const from = xOf(Math.max(limit.start, shown.from) * 1000);
  const to = xOf(Math.min(limit.end, shown.to) * 1000);
  return [limit.centre, limit.upper, limit.lower].flatMap((value, index) => {
    if (value === null) return [];
    return svgElement(document, 'path', {
      d: `M${from},${yOf(value)}H${to}`,
      stroke: 'currentColor',
      'stroke-opacity': 0.8,
      'stroke-dasharray': dashOf(index === 0 ? 0 : 1),
      fill: 'none',
    });
  });
}

/** A signal is larger and has a ring: it stands out without its colour. */
function pointShape(
  document: Document,
  { xOf, yOf }: Frame,
  point: Point & { readonly signals: readonly string[] },
  count: number,
): SVGElement[] {
  if (point.value === null) return [];
  const signal = point.signals.length > 0;
  const at = { cx: xOf(point.at * 1000), cy: yOf(point.value) };
  const dot = svgElement(document, 'circle', {
    ...at,
    r: signal ? 3.5 : count > 60 ? 2 : 2.5,
    fill: signal ? 'var(--vscode-charts-orange)' : 'var(--vscode-charts-blue)',
  });
  if (!signal) return [dot];
  return [
    svgElement(document, 'circle', {
      ...at,
      class: 'signal',
      r: 6.5,
      fill: 'none',
      stroke: 'var(--vscode-charts-orange)',
      'stroke-width': 1.5,
    }),
    dot,
  ];
}
