import type { Marker } from '../../../src/model/flow/figure.ts';
import type { Paper } from './drawing.ts';
import type { Mark, Span } from './geometry.ts';
import { captionHeight, type Frame } from './frame.ts';
import { markerRows, type MarkerPlace } from './markerRows.ts';
import { halo } from './levels.ts';
import { svgElement } from './svg.ts';
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
    draw: (paper, { element, area }, lower = 0) =>
      inside.map(({ marker, at, x }, index) => {
        const place = places[index] ?? { text: '', row: 0, left: false };
        const y = captionHeight + lower + place.row * rowHeight;
        element.append(...markerShape(paper.document, marker, { x, y, bottom: area.bottom, ...place }));
        return {
          id: `marker-${marker.on}-${index}`,
          title: `${kinds[marker.kind]}: ${marker.label}`,
          lines: [dayText(marker.on)],
          x,
          y: area.top,
          box: null,
          along: at,
          across: Infinity,
        };
      }),
  };
}

/** A change is a filled flag on a plain line, a try an open one on a broken line. */
function markerShape(
  document: Document,
  { kind }: Marker,
  at: MarkerPlace & { readonly x: number; readonly y: number; readonly bottom: number },
): SVGElement[] {
  const { y, bottom, text, left } = at;
  const x = Math.round(at.x);
  const tried = kind === 'try';
  const label = { y: y + 7.5, fill: 'var(--vscode-foreground)', ...halo };
  return [
    svgElement(document, 'path', {
      d: `M${x},${y}V${bottom}`,
      stroke: 'var(--vscode-foreground)',
      'stroke-opacity': 0.6,
      'stroke-dasharray': tried ? '3 3' : 'none',
    }),
    svgElement(document, 'path', {
      d: `M${x},${y}l${left ? -6 : 6},3.5l${left ? 6 : -6},3.5z`,
      fill: tried ? 'var(--vscode-editor-background)' : 'var(--vscode-foreground)',
      stroke: 'var(--vscode-foreground)',
    }),
    ...(text === ''
      ? []
      : [
          svgElement(
            document,
            'text',
            { ...label, x: left ? x - 9 : x + 9, 'text-anchor': left ? 'end' : 'start' },
            text,
          ),
        ]),
  ];
}
