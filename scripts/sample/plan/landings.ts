import type { Random } from '../random.ts';
import type { StoryEvent } from '../story/change.ts';
import { DAY, spaced, toWorkingTime } from '../workingTime.ts';

/** Working time between two landings at least. */
const GAP = 25 * 60;
/** A given day is met within this much working time. */
const WITHIN = 100 * 60;
/** Nothing lands in the last minutes before `now`. */
const QUIET = 10 * 60;

/**
 * When each event of the story lands, as working times: events with a day are near it, the others are spread between their
 * neighbours, unevenly, as weeks are.
 */
export function landings(story: readonly StoryEvent[], now: number, random: Random): number[] {
  const anchors = story.flatMap(({ day }, index) =>
    day === null ? [] : [{ index, time: toWorkingTime(now + day * DAY) + random.between(0, WITHIN) }],
  );
  const times = story.map((_, index) => {
    const before = anchors.findLast(anchor => anchor.index <= index);
    const after = anchors.find(anchor => anchor.index >= index);
    if (before === undefined || after === undefined)
      throw new RangeError('the story must begin and end on a given day');
    if (before.index === index) return before.time;
    const step = (after.time - before.time) / (after.index - before.index);
    return before.time + step * (index - before.index + random.between(-0.45, 0.45));
  });
  return spaced(times, GAP, toWorkingTime(now) - QUIET);
}
