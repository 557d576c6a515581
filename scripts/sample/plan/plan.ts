import { BOT, someone, type Person } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Merge, StoryEvent } from '../story/change.ts';
import type { Weave } from '../weave.ts';
import { fromWorkingTime } from '../workingTime.ts';
import { planBranch, type PlannedBranch } from './branch.ts';
import { landings } from './landings.ts';
import { startTimes } from './starts.ts';

/** An event of the story with its time, its author and, where there was one, its pull request. */
export interface Planned {
  readonly event: StoryEvent;
  /** Epoch seconds of the landing. */
  readonly at: number;
  /** Epoch seconds; before `at` for some commits made on main. */
  readonly written: number;
  /** Who wrote it; of a merge, who pressed the button. */
  readonly by: Person;
  /** Of the pull request; 0 where there was none. */
  readonly number: number;
  /** Of a merge; null for everything else. */
  readonly branch: PlannedBranch | null;
}

const FIRST_NUMBER = 118;

/** Gives the story its times, people and numbers. */
export function planHistory(
  story: readonly StoryEvent[],
  tree: readonly Weave[],
  now: number,
  random: Random,
): readonly Planned[] {
  const times = landings(story, now, random);
  const starts = startTimes(story, times, tree, now, random);
  const planned = story.map((event, index) => planEvent(event, times[index] ?? 0, starts, random));
  return withNumbers(planned, random);
}

function planEvent(event: StoryEvent, landed: number, starts: ReadonlyMap<Merge, number>, random: Random): Planned {
  const at = fromWorkingTime(landed);
  if (event.kind === 'merge') {
    const branch = planBranch(event, starts.get(event) ?? landed, landed, random);
    return { event, at, written: at, by: someone(random, branch.owner), number: 0, branch };
  }
  const by = event.kind === 'bump' ? BOT : someone(random);
  // Some commits made on main were written in the morning and pushed in the afternoon, or the day after.
  const waited = event.kind === 'trunk' && random.chance(0.4) ? random.between(2, 9) * 3600 : 0;
  return { event, at, written: fromWorkingTime(landed - waited), by, number: 0, branch: null };
}

/** Pull requests are numbered in the order in which they were opened, with gaps for the issues between. */
function withNumbers(planned: readonly Planned[], random: Random): Planned[] {
  const opened = planned
    .filter(({ event }) => event.kind === 'merge' || event.kind === 'squash' || event.kind === 'bump')
    .map(item => ({ item, at: item.branch?.commits[0]?.written ?? item.at - 4 * 3600 }))
    .sort((a, b) => a.at - b.at);
  const numbers = new Map<Planned, number>();
  let number = FIRST_NUMBER;
  for (const { item } of opened) {
    numbers.set(item, number);
    number += random.chance(0.3) ? 2 : 1;
  }
  return planned.map(item => ({ ...item, number: numbers.get(item) ?? 0 }));
}
