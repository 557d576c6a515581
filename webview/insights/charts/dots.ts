import { axisX } from '@observablehq/plot';
import type { DotsChart } from '../../../src/model/flow/figure.ts';
import { shortValue } from '../units.ts';
import { dotOutlines } from './dotOutlines.ts';
import type { Drawing, Paper } from './drawing.ts';
import type { Mark } from './geometry.ts';
import { axisWidth, captionHeight, drawFrame, timeAxis } from './frame.ts';
import { dashOf, levelRoom, nameLevels } from './levels.ts';
import { layMarkers } from './markers.ts';
import type { Place } from './nearestPlace.ts';
import { svgElement } from './svg.ts';
import { textWidth } from './text.ts';
import { timeDomain } from './time.ts';
import { valueScale } from './valueScale.ts';

const manyDots = 1500;
const mostPaths = 60;
const bottomWithTime = 34;
const bottomWithLabel = 40;

/** A scatterplot over time or over another figure, with named levels across it. */
export function drawDots(chart: DotsChart, paper: Paper): Drawing {
  const overTime = chart.xKind === 'time';
  const all = { from: chart.from, to: chart.to };
  const shown = overTime && paper.zoom !== null ? paper.zoom : all;
  const dots = overTime ? chart.dots.filter(dot => dot.x >= shown.from && dot.x <= shown.to) : chart.dots;
  const y = valueScale([...dots.map(dot => dot.y), ...chart.levels.map(level => level.value)], chart.unit, paper.scale);
  const x = valueScale([...dots.map(dot => dot.x), chart.to], chart.xUnit, paper.scale);

  const left = axisWidth(Math.max(...y.ticks.map(tick => textWidth(shortValue(tick, chart.unit)))));
  const levels = chart.levels.map(({ label, ...level }) => ({
    ...level,
    label,
    short: [/^\d+ %/.exec(label)?.[0], shortValue(level.value, chart.unit)].filter(Boolean).join(': '),
  }));
  const right = paper.width - levelRoom(levels, paper.width);
  const markers = layMarkers(overTime ? chart.markers : [], shown, { left, right, end: paper.width });
  const top = captionHeight + markers.height;
  const height = top + plotHeight(paper.width);
  const area = { left, right, top, bottom: height - (overTime ? bottomWithTime : bottomWithLabel) };
  const width = right - left;
  const frame = drawFrame(paper, {
    height,
    area,
    x: overTime
      ? { type: 'utc', domain: timeDomain(shown.from, shown.to) }
      : { type: x.type, domain: [...x.domain], nice: false },
    xAxis: overTime
      ? timeAxis(width)
      : axisX(ticksWithRoom(x.ticks, width), {
          label: null,
          tickSize: 4,
          text: ticksWithRoom(x.ticks, width).map(tick => shortValue(tick, chart.xUnit)),
        }),
    y,
    unit: chart.unit,
    xLabel: overTime ? '' : chart.xLabel,
    yLabel: chart.yLabel,
    marks: [],
  });
  const xOf = (value: number) => frame.xOf(overTime ? value * 1000 : x.clamp(value));

  const places = dots.map((dot): Place => ({ x: xOf(dot.x), y: frame.yOf(dot.y) }));
  frame.element.append(dotsElement(paper.document, places));
  for (const level of levels)
    frame.element.append(
      svgElement(paper.document, 'path', {
        d: `M${left},${frame.yOf(level.value)}H${right}`,
        stroke: 'var(--vscode-foreground)',
        'stroke-opacity': 0.85,
        'stroke-dasharray': dashOf(level.rank),
        fill: 'none',
      }),
    );
  nameLevels(paper, frame, levels);
  const flags = markers.draw(paper, frame);
  return {
    element: frame.element,
    height,
    marks: [
      ...dots.map((dot, index): Mark => {
        const { x: placeX, y: placeY } = places[index] ?? { x: 0, y: 0 };
        return {
          id: dot.id,
          title: dot.label,
          lines: dot.lines,
          x: placeX,
          y: placeY,
          box: null,
          along: dot.x,
          across: dot.y,
        };
      }),
      ...flags,
    ],
    time: overTime ? { area, shown, all } : null,
    rows: null,
  };
}

/** The height of a plot of this width, axes included. */
export function plotHeight(width: number): number {
  return Math.round(Math.min(340, Math.max(220, width * 0.4)));
}

/** Every other tick where they would touch. */
function ticksWithRoom(ticks: readonly number[], width: number): number[] {
  return ticks.length * 48 <= width ? [...ticks] : ticks.filter((_, index) => index % 2 === 0);
}

/**
 * All dots in a few paths: ten thousand circles would take the browser half a second. Neighbours lie in different paths,
 * so that dots on top of each other still look denser.
 */
function dotsElement(document: Document, places: readonly Place[]): SVGElement {
  const many = places.length > manyDots;
  const paths = dotOutlines(places, mostPaths).map(d => svgElement(document, 'path', { d }));
  return svgElement(
    document,
    'g',
    {
      class: 'ink',
      fill: 'none',
      stroke: 'var(--vscode-charts-blue)',
      'stroke-linecap': 'round',
      'stroke-width': many ? 4 : 6,
      'stroke-opacity': many ? '0.35' : '0.65',
    },
    ...paths,
  );
}
