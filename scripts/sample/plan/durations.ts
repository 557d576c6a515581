import { normalQuantile, type Random } from '../random.ts';
import { DAY } from '../workingTime.ts';

/** Half of the work takes no longer than this; the spread makes one in seven longer than nine days. */
const MEDIAN = 2.2 * DAY;
const SPREAD = 1.12;
const LONGEST = 20 * DAY;

export interface Room {
  /** Seconds there are between what the work builds on and its landing. */
  readonly seconds: number;
  /** Work with more commits tends to take longer. */
  readonly commits: number;
  /** Before the preview shop: work tended to take longer. */
  readonly early: boolean;
}

/**
 * Seconds that each piece of work takes, skewed as real durations are: an even ladder of log-normal quantiles, dealt out from
 * the longest to the shortest among the pieces that have room for it.
 */
export function durations(rooms: readonly Room[], random: Random): number[] {
  const ladder = rooms.map((_, i) => quantile((rooms.length - i - 0.5) / rooms.length));
  const waiting = rooms.map((room, index) => ({ room, index, score: score(room, random) }));
  const dealt = new Array<number>(rooms.length).fill(0);
  for (const wanted of ladder) {
    waiting.sort((a, b) => fit(b, wanted) - fit(a, wanted));
    const taker = waiting.shift();
    if (taker !== undefined) dealt[taker.index] = Math.min(wanted, taker.room.seconds);
  }
  return dealt;
}

function quantile(p: number): number {
  return Math.min(LONGEST, MEDIAN * Math.exp(SPREAD * normalQuantile(p)));
}

function score(room: Room, random: Random): number {
  return random.next() + 0.12 * room.commits + (room.early ? 0.3 : 0);
}

/** Those with room come first, by score; of those without, the roomiest. */
function fit({ room, score }: { readonly room: Room; readonly score: number }, wanted: number): number {
  return room.seconds >= wanted ? 1 + score : room.seconds / wanted - 1;
}
