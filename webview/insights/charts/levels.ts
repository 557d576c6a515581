import type { Paper } from './drawing.ts';
import type { Frame } from './frame.ts';
import { spreadLabels } from './spreadLabels.ts';
import { svgElement } from './svg.ts';
import { fitText, fontSize, textWidth } from './text.ts';

/** A line across the chart and what it is called. */
export interface Level {
  readonly label: string;
  /** What it is called where there is little room: its value, before any word. */
  readonly short: string;
  readonly value: number;
  /** 0 plain, 1 dashed, 2 dotted: lines differ without colour. */
  readonly rank: number;
}

const wideEnough = 440;
const lineGap = fontSize + 3;
const widestLabel = 170;
const widestShort = 72;
const gap = 8;
const dashes = ['none', '5 4', '1 4'];

/** The broken or plain stroke of a line of this rank. */
export function dashOf(rank: number): string {
  return dashes[Math.min(Math.max(0, rank), dashes.length - 1)] ?? 'none';
}

/** Room to the right of the plot for the names of its lines. */
export function levelRoom(levels: readonly Level[], width: number): number {
  if (levels.length === 0) return 10;
  const widest = Math.max(...levels.map(level => textWidth(nameOf(level, width))));
  return Math.ceil(Math.min(width < wideEnough ? widestShort : widestLabel, widest)) + gap + 4;
}

/** Names the lines at their right ends, moved apart where they would cover each other. */
export function nameLevels({ document, width }: Paper, { area, element, yOf }: Frame, levels: readonly Level[]): void {
  const heights = levels.map(({ value }) => yOf(value));
  const places = spreadLabels(heights, lineGap, area.top + fontSize / 2, area.bottom);
  levels.forEach((level, index) => {
    element.append(
      svgElement(
        document,
        'text',
        { x: area.right + gap, y: places[index] ?? 0, dy: '0.32em', 'text-anchor': 'start' },
        fitText(nameOf(level, width), width - area.right - gap),
      ),
    );
  });
}

function nameOf({ label, short }: Level, width: number): string {
  return width < wideEnough ? short : label;
}

/** Keeps a text readable on whatever it stands on. */
export const halo = {
  stroke: 'var(--vscode-editor-background)',
  'stroke-width': 4,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
};
