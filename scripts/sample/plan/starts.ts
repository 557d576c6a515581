import type { Random } from '../random.ts';
import type { Merge, StoryEvent } from '../story/change.ts';
import type { Weave } from '../weave.ts';
import { DAY, fromWorkingTime, toWorkingTime } from '../workingTime.ts';
import { dependencies } from './dependencies.ts';
import { durations } from './durations.ts';

/** Before this many days from the end there was no preview shop, and work took longer. */
const PREVIEW_SHOP = 77;

interface Piece {
  readonly merge: Merge;
  /** Working time of the landing, and of the last landing that the work builds on. */
  readonly landed: number;
  readonly earliest: number;
}

/** When each branch was begun, as working times. */
export function startTimes(
  story: readonly StoryEvent[],
  times: readonly number[],
  tree: readonly Weave[],
  now: number,
  random: Random,
): ReadonlyMap<Merge, number> {
  const pieces = piecesOf(story, times, tree);
  const usual = pieces.filter(({ merge }) => merge.waited === null);
  const rooms = usual.map(({ merge, landed, earliest }) => ({
    seconds: fromWorkingTime(landed) - fromWorkingTime(earliest),
    commits: merge.steps.length,
    early: fromWorkingTime(landed) < now - PREVIEW_SHOP * DAY,
  }));
  const dealt = new Map(durations(rooms, random).map((seconds, index) => [usual[index]?.merge, seconds]));
  return new Map(
    pieces.map(piece => {
      const seconds = dealt.get(piece.merge) ?? (piece.merge.waited ?? 0) * DAY;
      return [piece.merge, startOf(piece, seconds, random)];
    }),
  );
}

function piecesOf(story: readonly StoryEvent[], times: readonly number[], tree: readonly Weave[]): Piece[] {
  const needs = dependencies(tree);
  const landedAt = new Map(story.flatMap((event, index) => ('id' in event ? [[event.id, times[index] ?? 0]] : [])));
  return story.flatMap((event, index) => {
    if (event.kind !== 'merge') return [];
    const landed = times[index] ?? 0;
    const built = ['start', ...(needs.get(event.id) ?? [])].map(id => landedAt.get(id) ?? 0);
    // A line may also wait for a change that landed later; that one cannot hold this branch back.
    const earliest = Math.max(...built.filter(time => time < landed)) + 300;
    return [{ merge: event, landed, earliest }];
  });
}

/** Work starts at some minute of a working day, after what it builds on and some time before it lands. */
function startOf({ merge, landed, earliest }: Piece, seconds: number, random: Random): number {
  // Nights and weekends all fall on the next morning: spread them again, as far as the length of the work allows.
  const blur = Math.min(5 * 3600, seconds / 4);
  const wanted = toWorkingTime(fromWorkingTime(landed) - seconds) + random.between(-blur, blur);
  const shortest = random.between(20, 50) * 60 * merge.steps.length;
  return Math.max(earliest, Math.min(wanted, landed - shortest));
}
