import { axisX, axisY, dot, gridY, plot, ruleY } from '@observablehq/plot';
import { formatDays, SECONDS_PER_DAY } from '../duration.ts';
import { dotOutlines } from './dotOutlines.ts';
import { durationScale, shortestDays, type ScaleKind } from './durationScale.ts';
import type { Place } from './nearestPlace.ts';
import { spreadLabels } from './spreadLabels.ts';

export interface ScatterData {
  /** When each item finished (epoch seconds) and how long it took. */
  readonly points: readonly { readonly finishedAt: number; readonly seconds: number }[];
  readonly percentiles: readonly { readonly percent: number; readonly daysElapsed: number | null }[];
  readonly fromAt: number;
  readonly toAt: number;
}

export interface ScatterSize {
  readonly width: number;
  readonly height: number;
  readonly scale: ScaleKind;
}

/** A drawn chart, and where each point stands in it. */
export interface Scatter {
  readonly element: SVGElement;
  /** In pixels of the element, in the order of the points. */
  readonly places: readonly Place[];
}

const wideEnoughForSentences = 560;
const labelGap = 14;
const manyPoints = 1500;
const mostPaths = 60;
const svgNamespace = 'http://www.w3.org/2000/svg';
const margin = { top: 12, bottom: 36, left: 48 };

/** Draws when items finished against how long they took, with a line for each percentile. */
export function drawScatter(data: ScatterData, size: ScatterSize): Scatter {
  const wide = size.width >= wideEnoughForSentences;
  const marginRight = wide ? 116 : 44;
  const days = data.points.map(point => Math.max(point.seconds / SECONDS_PER_DAY, shortestDays));
  const lines = data.percentiles.flatMap(({ percent, daysElapsed }) => {
    return daysElapsed === null ? [] : [{ percent, days: Math.max(daysElapsed, shortestDays) }];
  });
  const { domain, ticks } = durationScale([...days, ...lines.map(line => line.days)], size.scale);

  const chart = plot({
    className: 'scatter',
    width: size.width,
    height: size.height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    marginRight,
    x: { type: 'utc', domain: [new Date(data.fromAt * 1000), new Date(data.toAt * 1000)] },
    y: { type: size.scale, domain: [...domain] },
    marks: [
      gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX({ label: null, tickSize: 4, ticks: Math.max(2, Math.floor(size.width / 90)) }),
      axisY(ticks, { label: null, tickSize: 0, text: ticks.map(days => (days === 0 ? '0' : formatDays(days))) }),
      ...lines.map(line =>
        ruleY([line.days], { stroke: 'currentColor', strokeOpacity: 0.75, strokeDasharray: dashes(line.percent) }),
      ),
      dot(data.points, {
        x: data.points.map(point => new Date(point.finishedAt * 1000)),
        y: days,
        render: (index, _scales, { x: xs = [], y: ys = [] }) => {
          const places = Array.from(index, point => ({ x: Number(xs[point]), y: Number(ys[point]) }));
          return dotsElement(places, data.points.length > manyPoints);
        },
      }),
    ],
  });
  const x = chart.scale('x');
  const y = chart.scale('y');
  if (x === undefined || y === undefined) throw new Error('A scatterplot has two scales.');
  const xOf = (seconds: number) => Number(x.apply(seconds * 1000));
  const yOf = (value: number) => Number(y.apply(value));

  const element = cleaned(chart);
  const label = (line: (typeof lines)[number]) => {
    return wide ? `${line.percent} % in ≤ ${formatDays(line.days)}` : `${line.percent} %`;
  };
  const heights = lines.map(line => yOf(line.days));
  const places = spreadLabels(heights, labelGap, margin.top, size.height - margin.bottom);
  lines.forEach((line, index) => {
    element.append(lineLabel(label(line), size.width - marginRight + 6, places[index] ?? 0));
  });
  return {
    element,
    places: data.points.map((point, index) => ({ x: xOf(point.finishedAt), y: yOf(days[index] ?? 0) })),
  };
}

/**
 * All dots in a few paths: ten thousand circles would take the browser half a second. Neighbours in time lie in
 * different paths, so that dots on top of each other still look denser.
 */
function dotsElement(places: readonly Place[], many: boolean): SVGGElement {
  const group = document.createElementNS(svgNamespace, 'g');
  group.setAttribute('class', 'dots');
  group.setAttribute('stroke', 'var(--vscode-charts-blue)');
  group.setAttribute('stroke-linecap', 'round');
  group.setAttribute('stroke-width', many ? '4' : '6');
  group.setAttribute('stroke-opacity', many ? '0.35' : '0.65');
  for (const outline of dotOutlines(places, mostPaths)) {
    const path = document.createElementNS(svgNamespace, 'path');
    path.setAttribute('d', outline);
    group.append(path);
  }
  return group;
}

/** The higher the percentile, the more broken its line, so that lines differ without colour. */
function dashes(percent: number): string {
  if (percent >= 95) return '1 4';
  return percent >= 85 ? '5 4' : 'none';
}

/** Plot's own style sheet would be refused by the page's policy, and bare groups must not carry names. */
function cleaned(chart: SVGElement | HTMLElement): SVGElement {
  if (!(chart instanceof SVGElement)) throw new Error('A plot without legend is an SVG.');
  chart.querySelector('style')?.remove();
  for (const group of chart.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  chart.setAttribute('aria-hidden', 'true');
  chart.setAttribute('focusable', 'false');
  return chart;
}

function lineLabel(text: string, x: number, y: number): SVGTextElement {
  const element = document.createElementNS(svgNamespace, 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('dy', '0.32em');
  element.setAttribute('text-anchor', 'start');
  element.setAttribute('fill', 'currentColor');
  element.textContent = text;
  return element;
}
