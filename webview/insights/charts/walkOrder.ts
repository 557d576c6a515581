interface Walkable {
  readonly along: number;
  readonly across: number;
}

/** Where the arrow keys lead: left and right along the first axis, up and down along the second. */
export interface WalkOrder {
  /** The next point, as an index; null when the key is no walking key. The walk stops at the ends. */
  next(current: number | null, key: string): number | null;
}

const pageStep = 10;

/** Points that lie anywhere: each axis has an order of all points. */
export function walkOrder(points: readonly Walkable[]): WalkOrder {
  const byTime = ranked(points, (a, b) => a.along - b.along || a.across - b.across);
  const byValue = ranked(points, (a, b) => a.across - b.across || a.along - b.along);
  return {
    next: (current, key) => {
      if (points.length === 0) return null;
      switch (key) {
        case 'ArrowLeft':
          return step(byTime, current, -1);
        case 'ArrowRight':
          return step(byTime, current, 1);
        case 'PageUp':
          return step(byTime, current, -pageStep);
        case 'PageDown':
          return step(byTime, current, pageStep);
        case 'ArrowDown':
          return step(byValue, current, -1);
        case 'ArrowUp':
          return step(byValue, current, 1);
        case 'Home':
          return byTime.order.at(0) ?? null;
        case 'End':
          return byTime.order.at(-1) ?? null;
        default:
          return null;
      }
    },
  };
}

/** Points in a grid, column after column, each from the bottom up: left and right keep the row, up and down the column. */
export function gridWalk(count: number, rows: number): WalkOrder {
  const last = count - 1;
  const move = (current: number | null, by: number): number => {
    if (current === null) return by > 0 ? 0 : last;
    const next = current + by;
    return next < 0 || next > last ? current : next;
  };
  return {
    next: (current, key) => {
      if (count === 0) return null;
      switch (key) {
        case 'ArrowLeft':
          return move(current, -rows);
        case 'ArrowRight':
          return move(current, rows);
        case 'ArrowUp':
          return current !== null && current % rows === rows - 1 ? current : move(current, 1);
        case 'ArrowDown':
          return current !== null && current % rows === 0 ? current : move(current, -1);
        case 'Home':
          return 0;
        case 'End':
          return last;
        default:
          return null;
      }
    },
  };
}

interface Ranking {
  /** Indexes of the points, first to last. */
  readonly order: readonly number[];
  /** Place in the order of each point. */
  readonly rank: readonly number[];
}

function ranked(points: readonly Walkable[], compare: (a: Walkable, b: Walkable) => number): Ranking {
  const entries = points.map((point, index) => ({ point, index }));
  const order = entries.sort((a, b) => compare(a.point, b.point) || a.index - b.index).map(entry => entry.index);
  const rank = new Array<number>(points.length).fill(0);
  order.forEach((point, place) => (rank[point] = place));
  return { order, rank };
}

/** Entering forwards starts at the first point, entering backwards at the last. */
function step({ order, rank }: Ranking, current: number | null, by: number): number | null {
  if (current === null) return order.at(by > 0 ? 0 : -1) ?? null;
  const place = Math.min(Math.max((rank[current] ?? 0) + by, 0), order.length - 1);
  return order[place] ?? null;
}
