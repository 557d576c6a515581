import type { Marker } from '../../../src/model/flow/figure.ts';
import type { Paper } from './drawing.ts';
import type { Mark, Span } from './geometry.ts';
import { captionHeight, type Frame } from './frame.ts';
import { markerRows, type MarkerPlace } from './markerRows.ts';
import { halo } from './levels.ts';
import { svgElement } from './svg.ts';
import { textWidth } from './text.ts';
import { dayText, epochOf } from './time.ts';

const rowHeight = 14;
const mostRows = 3;

/** Markers laid out above a plot, before the plot is drawn: how high they stand decides where it begins. */
export interface MarkerLayout {
  readonly height: number;
  /** `lower`: pixels by which the flags stand lower, below a legend. */
  draw(paper: Paper, frame: Frame, lower?: number): Mark[];
}

const kinds = { intervention: 'Changed', try: 'Tried' } as const;

/** Lays out what changed in how the team works, along a time axis from `left` to `right` pixels; labels go as far as `end`. */
export function layMarkers(
  markers: readonly Marker[],
  shown: Span,
  { left, right, end }: { readonly left: number; readonly right: number; readonly end: number },
): MarkerLayout {
  const inside = markers
    .map(marker => ({ marker, at: epochOf(marker.on) }))
    .filter(({ at }) => at >= shown.from && at < shown.to)
    .map(({ marker, at }) => ({
      marker,
      at,
      label: marker.label,
      x: left + ((at - shown.from) / (shown.to - shown.from)) * (right - left),
    }));
  const places = markerRows(inside, end, mostRows);
  const rows = inside.length === 0 ? 0 : Math.max(...places.map(({ row }) => row)) + 1;
  return {
    height: rows * rowHeight + (rows === 0 ? 0 : 4),
    draw: (paper, { element, area }, lower = 0) => {
      const placed = inside.map(({ marker, at, x }, index) => {
        const place = places[index] ?? { text: '', row: 0, left: false };
        const y = captionHeight + lower + place.row * rowHeight;
        return { ...place, marker, at, x: Math.round(x), y, bottom: area.bottom };
      });
      // No line runs over a label: all lines come first.
      element.append(...placed.map(place => markerLine(paper.document, place)));
      element.append(...placed.flatMap(place => markerFlag(paper.document, place)));
      return placed.map(({ marker, at, x }, index) => ({
        id: `marker-${marker.on}-${index}`,
        title: `${kinds[marker.kind]}: ${marker.label}`,
        lines: [dayText(marker.on)],
        x,
        y: area.top,
        box: null,
        along: at,
        across: Infinity,
      }));
    },
  };
}

interface PlacedMarker extends MarkerPlace {
  readonly marker: Marker;
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
}

/** A change has a plain line, a try a broken one. */
function markerLine(document: Document, { marker, x, y, bottom }: PlacedMarker): SVGElement {
  return svgElement(document, 'path', {
    d: `M${x},${y}V${bottom}`,
    stroke: 'var(--vscode-foreground)',
    'stroke-opacity': 0.6,
    'stroke-dasharray': marker.kind === 'try' ? '3 3' : 'none',
  });
}

/** A change has a filled flag, a try an open one; the label stands on a ground of its own. */
function markerFlag(document: Document, { marker, x, y, text, left }: PlacedMarker): SVGElement[] {
  const flag = svgElement(document, 'path', {
    d: `M${x},${y}l${left ? -6 : 6},3.5l${left ? 6 : -6},3.5z`,
    fill: marker.kind === 'try' ? 'var(--vscode-editor-background)' : 'var(--vscode-foreground)',
    stroke: 'var(--vscode-foreground)',
  });
  if (text === '') return [flag];
  const wide = textWidth(text);
  const start = left ? x - 9 - wide : x + 9;
  return [
    svgElement(document, 'rect', {
      class: 'label-ground',
      x: start - 2,
      y: y - 2,
      width: wide + 4,
      height: rowHeight - 1,
      fill: 'var(--vscode-editor-background)',
    }),
    flag,
    svgElement(
      document,
      'text',
      {
        x: left ? x - 9 : x + 9,
        y: y + 7.5,
        'text-anchor': left ? 'end' : 'start',
        fill: 'var(--vscode-foreground)',
        ...halo,
      },
      text,
    ),
  ];
}
