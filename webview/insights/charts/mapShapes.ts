import type { Box } from './geometry.ts';
import type { MapArrow, MapBox } from './mapLayout.ts';
import { svgElement } from './svg.ts';
import { fitText, wrapText } from './text.ts';

const strong = 'var(--vscode-foreground)';
const accent = 'var(--vscode-charts-orange)';
const constraintText = 'longest wait';
const lineHeight = 14;

/** A step of the value stream, side by side with the others. */
export function acrossBox(document: Document, { label }: MapBox, place: Box, time: string): SVGElement[] {
  const middle = (place.left + place.right) / 2;
  const lines = wrapText(label, place.right - place.left - 12).slice(0, 2);
  const first = place.top + (time === '' ? 42 : 30) - ((lines.length - 1) * lineHeight) / 2;
  return [
    frame(document, place),
    ...lines.map((line, index) =>
      svgElement(
        document,
        'text',
        {
          x: middle,
          y: first + index * lineHeight,
          'text-anchor': 'middle',
          fill: strong,
          'font-weight': 600,
        },
        fitText(line, place.right - place.left - 8),
      ),
    ),
    svgElement(document, 'text', { x: middle, y: place.bottom - 12, 'text-anchor': 'middle' }, time),
  ];
}

/** Waiting between two steps; the constraint is thicker and says so. */
export function acrossArrow(document: Document, arrow: MapArrow, place: Box, time: string): SVGElement[] {
  const middle = (place.left + place.right) / 2;
  const y = (place.top + place.bottom) / 2;
  const room = place.right - place.left - 8;
  const above = wrapText(arrow.label, room).slice(0, 2);
  const text = (content: string, at: number, attributes = {}) => {
    return svgElement(
      document,
      'text',
      { x: middle, y: at, 'text-anchor': 'middle', ...attributes },
      fitText(content, room),
    );
  };
  return [
    ...arrowShape(document, arrow, `M${place.left + 5},${y}H${place.right - 9}`, place.right - 4, y, false),
    ...above.map((line, index) => text(line, y - 9 - (above.length - 1 - index) * lineHeight)),
    text(time, y + 17, { fill: strong }),
    ...(arrow.constraint ? [text(constraintText, y + 17 + lineHeight, { fill: strong, 'font-weight': 600 })] : []),
  ];
}

/** A step where the stream runs down the page. */
export function downBox(document: Document, { label }: MapBox, place: Box, time: string): SVGElement[] {
  const y = (place.top + place.bottom) / 2;
  const room = place.right - place.left - 24;
  return [
    frame(document, place),
    svgElement(
      document,
      'text',
      { x: place.left + 12, y, dy: '0.32em', 'text-anchor': 'start', fill: strong, 'font-weight': 600 },
      fitText(label, room * 0.62),
    ),
    svgElement(
      document,
      'text',
      { x: place.right - 12, y, dy: '0.32em', 'text-anchor': 'end' },
      fitText(time, room * 0.38),
    ),
  ];
}

/** Waiting where the stream runs down the page. */
export function downArrow(document: Document, arrow: MapArrow, place: Box, time: string): SVGElement[] {
  const x = place.left + 22;
  const y = (place.top + place.bottom) / 2;
  const room = place.right - place.left - 62;
  const line = arrow.constraint ? y - lineHeight / 2 : y;
  return [
    ...arrowShape(document, arrow, `M${x},${place.top + 4}V${place.bottom - 9}`, x, place.bottom - 4, true),
    svgElement(
      document,
      'text',
      { x: x + 16, y: line, dy: '0.32em', 'text-anchor': 'start' },
      fitText(arrow.label, room * 0.66),
    ),
    ...(arrow.constraint
      ? [
          svgElement(
            document,
            'text',
            { x: x + 16, y: line + lineHeight, dy: '0.32em', 'text-anchor': 'start', fill: strong, 'font-weight': 600 },
            constraintText,
          ),
        ]
      : []),
    svgElement(
      document,
      'text',
      { x: place.right - 12, y, dy: '0.32em', 'text-anchor': 'end', fill: strong },
      fitText(time, room * 0.34),
    ),
  ];
}

function frame(document: Document, place: Box): SVGElement {
  return svgElement(document, 'rect', {
    x: place.left,
    y: place.top,
    width: place.right - place.left,
    height: place.bottom - place.top,
    rx: 4,
    fill: 'var(--vscode-charts-blue)',
    'fill-opacity': 0.12,
    stroke: 'var(--vscode-charts-blue)',
  });
}

function arrowShape(
  document: Document,
  { constraint }: MapArrow,
  line: string,
  x: number,
  y: number,
  down: boolean,
): SVGElement[] {
  const colour = constraint ? accent : 'currentColor';
  const head = down ? `M${x},${y}l-5,-7h10z` : `M${x},${y}l-7,-5v10z`;
  return [
    svgElement(document, 'path', {
      d: line,
      stroke: colour,
      'stroke-width': constraint ? 3 : 1.5,
      'stroke-dasharray': constraint ? 'none' : '4 3',
      fill: 'none',
    }),
    svgElement(document, 'path', { d: head, fill: colour }),
  ];
}
