interface MeasuredPoint {
  readonly day: number;
  readonly value: number;
}

interface SparklineBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on all sides, so that dots and line ends are not cut. */
  readonly inset: number;
}

/** A small line chart in pixels. */
export interface Sparkline {
  /** The `d` of the line; '' for a single point. */
  readonly line: string;
  readonly last: { readonly x: number; readonly y: number };
  /** Height of the target line; null when no target is known. */
  readonly target: number | null;
}

/** Lays out what was measured, oldest first; null when nothing was. The target is always inside the box. */
export function sparkline(
  points: readonly MeasuredPoint[],
  target: number | null,
  { width, height, inset }: SparklineBox,
): Sparkline | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  const days = points.map(point => point.day);
  const values = [...points.map(point => point.value), ...(target === null ? [] : [target])];
  const x = scale(Math.min(...days), Math.max(...days), inset, width - inset);
  const y = scale(Math.min(...values), Math.max(...values), height - inset, inset);
  const corners = points.map(point => `${x(point.day)},${y(point.value)}`);
  return {
    line: points.length > 1 ? `M${corners.join('L')}` : '',
    last: { x: points.length > 1 ? x(last.day) : width - inset, y: y(last.value) },
    target: target === null ? null : y(target),
  };
}

/** Maps a range to another; everything lies in the middle when the range is empty. Tenths of a pixel are enough. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return value => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return Math.round((start + share * (end - start)) * 10) / 10;
  };
}
