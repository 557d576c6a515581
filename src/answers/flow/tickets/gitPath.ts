import type { WorkItem } from '../../../model/work.ts';
import { stageOf } from './statuses.ts';
import type { Path } from './segments.ts';

/** A merged branch as a way: coding until its last commit, then what lies between that and the landing. None for others. */
export function gitPath(item: WorkItem, release: number | null): Path[] {
  const { start, end } = item;
  const last = lastCommit(item);
  if (start === null || last === null) return [];
  const coding = Math.max(0, last - start);
  return [
    {
      item,
      start,
      end,
      stages: [
        { stage: stageOf('coding'), seconds: coding, entered: 0, left: coding },
        { stage: stageOf('afterLastCommit'), seconds: end - start - coding, entered: coding, left: end - start },
      ],
      release,
      pause: longestPause(item),
      ticket: null,
    },
  ];
}

/** When the last commit of a merged branch was written, not after its landing (clocks differ); null for other items. */
export function lastCommit({ startQuality, written, end }: WorkItem): number | null {
  const last = written.at(-1);
  return startQuality !== 'branch' || last === undefined ? null : Math.min(last, end);
}

/** The longest time between two commits of a branch that follow each other, in seconds; null for fewer than two. */
export function longestPause({ written }: WorkItem): number | null {
  const pauses = written.slice(1).map((at, index) => at - (written[index] ?? at));
  return pauses.length === 0 ? null : Math.max(...pauses);
}
