interface MeasuredPoint {
  readonly day: number;
  readonly value: number;
}

interface ReviewDay {
  readonly day: number;
  readonly past: boolean;
}

interface SparklineBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on all sides, so that dots and line ends are not cut. */
  readonly inset: number;
}

/** What is drawn: what was measured, oldest first, and what it is held against. */
export interface SparklineParts {
  readonly points: readonly MeasuredPoint[];
  readonly baseline: number | null;
  readonly target: number | null;
  readonly reviews: readonly ReviewDay[];
}

/** A small line chart in pixels. */
export interface Sparkline {
  /** The `d` of the line; '' for a single point. */
  readonly line: string;
  readonly last: { readonly x: number; readonly y: number };
  /** Heights of the lines across; null where the value is not known. */
  readonly baseline: number | null;
  readonly target: number | null;
  /** Where the days of review stand. */
  readonly reviews: readonly { readonly x: number; readonly past: boolean }[];
}

/** Lays out what was measured; null when nothing was. Baseline, target and all days of review are always inside the box. */
export function sparkline(
  { points, baseline, target, reviews }: SparklineParts,
  { width, height, inset }: SparklineBox,
): Sparkline | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  const days = [...points, ...reviews].map(({ day }) => day);
  const values = [...points.map(({ value }) => value), ...[baseline, target].flatMap(level => level ?? [])];
  const x = scale(Math.min(...days), Math.max(...days), inset, width - inset);
  const y = scale(Math.min(...values), Math.max(...values), height - inset, inset);
  const corners = points.map(point => `${x(point.day)},${y(point.value)}`);
  return {
    line: points.length > 1 ? `M${corners.join('L')}` : '',
    // A value with no other day beside it stands at the end: it is how things are.
    last: { x: days.length > 1 ? x(last.day) : width - inset, y: y(last.value) },
    baseline: baseline === null ? null : y(baseline),
    target: target === null ? null : y(target),
    reviews: reviews.map(({ day, past }) => ({ x: x(day), past })),
  };
}

/** Maps a range to another; everything lies in the middle when the range is empty. Tenths of a pixel are enough. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return value => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return Math.round((start + share * (end - start)) * 10) / 10;
  };
}
