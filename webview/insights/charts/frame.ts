import { axisX, axisY, gridY, plot, type Markish, type ScaleOptions } from '@observablehq/plot';
import type { Unit } from '../../../src/model/flow/figure.ts';
import { shortValue } from '../units.ts';
import type { Paper } from './drawing.ts';
import type { Box } from './geometry.ts';
import { fitText, fontSize } from './text.ts';
import { svgElement } from './svg.ts';
import type { ValueScale } from './valueScale.ts';

/** The parts that charts with axes share: a picture with its axes, and where a value stands in it. */
export interface Frame {
  readonly element: SVGElement;
  readonly area: Box;
  xOf(value: number | Date): number;
  yOf(value: number): number;
}

interface FrameOptions {
  readonly height: number;
  readonly area: Box;
  readonly x: ScaleOptions;
  /** Draws the axis of x; none where the chart writes its own labels. */
  readonly xAxis?: Markish;
  readonly y: ValueScale;
  readonly unit: Unit;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly marks: readonly Markish[];
}

/** Height of the line above the plot that says what the vertical axis is. */
export const captionHeight = 22;
const tickGap = 12;

/** Draws the axes and the grid, and the marks over them. */
export function drawFrame(paper: Paper, options: FrameOptions): Frame {
  const { area, height, y } = options;
  const chart = plot({
    document: paper.document,
    className: 'drawing',
    width: paper.width,
    height,
    marginTop: area.top,
    marginBottom: height - area.bottom,
    marginLeft: area.left,
    marginRight: paper.width - area.right,
    x: { axis: null, ...options.x },
    y: { type: y.type, domain: [...y.domain] },
    marks: [
      gridY([...y.ticks], { stroke: 'currentColor', strokeOpacity: 0.15 }),
      axisY([...y.ticks], {
        label: null,
        tickSize: 0,
        text: y.ticks.map(tick => shortValue(tick, options.unit)),
      }),
      ...(options.xAxis === undefined ? [] : [options.xAxis]),
      ...options.marks,
    ],
  });
  const x = chart.scale('x');
  const scaleY = chart.scale('y');
  if (x === undefined || scaleY === undefined) throw new Error('A chart with axes has two scales.');
  const element = dressed(chart as SVGElement);
  element.append(...captions(paper, options));
  return {
    element,
    area,
    xOf: value => Number(x.apply(value)),
    yOf: value => Number(scaleY.apply(y.clamp(value))),
  };
}

/** A picture without axes, in the same dress. */
export function blankPicture(paper: Paper, height: number): SVGElement {
  const picture = svgElement(paper.document, 'svg', {
    class: 'drawing',
    width: paper.width,
    height: Math.ceil(height),
    viewBox: `0 0 ${paper.width} ${Math.ceil(height)}`,
    fill: 'currentColor',
  });
  return dressed(picture);
}

/** Ticks along a time axis: about one for every 80 pixels. */
export function timeAxis(width: number): Markish {
  return axisX({ label: null, tickSize: 4, ticks: Math.max(2, Math.floor(width / 80)) });
}

/** Room for the labels of a vertical axis. */
export function axisWidth(widest: number): number {
  return Math.max(28, Math.ceil(widest) + tickGap);
}

/** The page says what the picture is; Plot's own style sheet would be refused, and bare groups must not carry names. */
function dressed(picture: SVGElement): SVGElement {
  picture.querySelector('style')?.remove();
  for (const group of picture.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  picture.setAttribute('font-size', String(fontSize));
  picture.setAttribute('font-family', 'var(--vscode-font-family)');
  picture.setAttribute('color', 'var(--vscode-descriptionForeground)');
  return picture;
}

function captions({ document, width }: Paper, { area, height, xLabel, yLabel }: FrameOptions): SVGElement[] {
  const text = (content: string, attributes: Readonly<Record<string, string | number>>) => {
    return svgElement(document, 'text', attributes, fitText(content, width - 8));
  };
  return [
    text(yLabel, { x: 0, y: fontSize, 'text-anchor': 'start' }),
    ...(xLabel === '' ? [] : [text(xLabel, { x: area.right, y: height - 3, 'text-anchor': 'end' })]),
  ];
}
