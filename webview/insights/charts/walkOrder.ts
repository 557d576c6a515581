interface Walkable {
  readonly finishedAt: number;
  readonly seconds: number;
}

/** Where the arrow keys lead: left and right along time, up and down along duration. */
export interface WalkOrder {
  /** The next point, as an index; null when the key is no walking key. The walk stops at the ends. */
  next(current: number | null, key: string): number | null;
}

const pageStep = 10;

export function walkOrder(points: readonly Walkable[]): WalkOrder {
  const byTime = ranked(points, (a, b) => a.finishedAt - b.finishedAt || a.seconds - b.seconds);
  const byDuration = ranked(points, (a, b) => a.seconds - b.seconds || a.finishedAt - b.finishedAt);
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
          return step(byDuration, current, -1);
        case 'ArrowUp':
          return step(byDuration, current, 1);
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
