import { someone, type Person } from '../cast.ts';
import type { Random } from '../random.ts';
import type { Merge, OpenBranch } from '../story/change.ts';
import { changeTag } from '../weave.ts';
import { DAY, fromWorkingTime, spaced, toWorkingTime } from '../workingTime.ts';

export interface PlannedCommit {
  /** The change it applies. */
  readonly tag: string;
  readonly subject: string;
  readonly ticket: string | null;
  readonly author: Person;
  /** Epoch seconds. */
  readonly written: number;
  readonly landed: number;
}

export interface PlannedBranch {
  readonly owner: Person;
  /** The branch leaves main where main was at this moment. */
  readonly from: number;
  readonly commits: readonly PlannedCommit[];
  /** When main was merged into the branch, just before its last commit; null when it never was. */
  readonly synced: number | null;
}

/** Longer branches fall behind main and are brought up to date. */
const SYNC_AFTER = 4 * DAY;

/** When and by whom the commits of a merged branch were written; `start` and `landed` are working times. */
export function planBranch(merge: Merge, start: number, landed: number, random: Random): PlannedBranch {
  const owner = someone(random);
  const times = commitTimes(merge, start, landed, random).map(fromWorkingTime);
  const rebase = merge.rebased ? fromWorkingTime(landed - 3600) : null;
  const commits = merge.steps.map((subject, index): PlannedCommit => {
    const written = times[index] ?? fromWorkingTime(start);
    const paired = index > 0 && random.chance(0.2);
    return {
      tag: changeTag(merge.id, index + 1),
      subject,
      ticket: random.chance(0.4) && !subject.includes('PAY-') ? merge.ticket : null,
      author: paired ? someone(random, owner) : owner,
      written,
      landed: rebase === null ? written : Math.max(rebase + index, written),
    };
  });
  const last = times.at(-1) ?? 0;
  const long = last - fromWorkingTime(start) > SYNC_AFTER && !merge.rebased;
  const from = rebase ?? fromWorkingTime(start - 240);
  return { owner, from, commits, synced: long ? fromWorkingTime(toWorkingTime(last) - 300) : null };
}

/** The same for a branch that has not landed. */
export function planOpenBranch(branch: OpenBranch, now: number, random: Random): PlannedBranch {
  const owner = someone(random);
  const placed = branch.steps.map(({ day }) => toWorkingTime(now + day * DAY) + random.between(0, 5400));
  const times = spaced(placed, 35 * 60, toWorkingTime(now) - 120).map(fromWorkingTime);
  const commits = branch.steps.map(({ subject }, index): PlannedCommit => {
    const written = times[index] ?? now;
    return { tag: changeTag(branch.id, index + 1), subject, ticket: null, author: owner, written, landed: written };
  });
  const from = Math.min(fromWorkingTime(toWorkingTime(now + branch.from * DAY)), (times[0] ?? now) - 60);
  return { owner, from, commits, synced: null };
}

/** The first commit is at the start; the last leaves time in which the branch waited for others. */
function commitTimes(merge: Merge, start: number, landed: number, random: Random): number[] {
  const share = merge.waited === null ? random.between(0.5, 0.95) : random.between(0.12, 0.25);
  const span = (landed - start) * share;
  const between = merge.steps.slice(2).map(() => start + span * random.next());
  const times = [start, ...between.sort((a, b) => a - b), ...(merge.steps.length > 1 ? [start + span] : [])];
  return spaced(times, Math.min(420, span / merge.steps.length), start + span);
}
