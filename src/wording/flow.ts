import type { CycleTime, CycleTimePoint, DataQuality, FlowAnswer, FlowWindow, Percentile } from '../model/flow/flow.ts';
import type { ItemFlag, ItemRule, WorkType } from '../model/work.ts';
import { dayLabel, durationLabel } from './dates.ts';

const TYPES: Readonly<Record<WorkType, string>> = {
  feature: 'Feature',
  defect: 'Defect',
  risk: 'Risk',
  debt: 'Debt',
  other: 'Other',
  unknown: 'Type unknown',
};

export function workTypeLabel(type: WorkType): string {
  return TYPES[type];
}

/** "18 May to 15 Nov 2026, 26 weeks": first and last day, both inclusive. */
export function windowLabel(window: FlowWindow): string {
  const last = new Date(Date.parse(`${window.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return `${dayLabel(window.from)} to ${dayLabel(last)}, ${window.weeks} weeks`;
}

/** Why nothing is shown, and what would help. */
export function declinedText(answer: FlowAnswer & { state: 'withheld' | 'noItems' }): { title: string; text: string } {
  if (answer.state === 'noItems') {
    const latest = answer.latest === null ? '' : `The last work landed on ${dayLabel(answer.latest)}. `;
    return {
      title: 'Nothing landed in this window',
      text: `${latest}Try a longer window; the running week never counts.`,
    };
  }
  const people = `${answer.floor} people`;
  switch (answer.reason) {
    case 'groupTooSmall':
      return {
        title: 'Not shown, to protect people',
        text: `Fewer than ${people} worked on this in the window. Figures about so few are figures about a person, so Outcome Lens shows none. A longer window may hold a larger group.`,
      };
    case 'dominated':
      return {
        title: 'Not shown, to protect people',
        text: 'More than four fifths of this work is one person’s, so the figures would describe that person. A longer window may hold a larger group.',
      };
    case 'complement':
      return {
        title: 'Not shown, to protect people',
        text: 'From this work type and the total, the figures of a smaller group could be computed.',
      };
    case 'groupUnknown':
      return {
        title: 'Not shown',
        text: 'How many people worked in this window could not be told, so nothing is shown. Refresh, or see the log.',
      };
  }
}

/** One sentence above the chart: claim, number, sample. */
export function cycleTimeHeadline(times: CycleTime): string {
  const p85 = times.percentiles.find(({ percent }) => percent === 85);
  const p50 = times.percentiles.find(({ percent }) => percent === 50);
  const sample = `${times.known} of ${times.finished} finished items have a known start`;
  if (times.finished === 0) return 'No item finished in this window.';
  if (!times.coverageEnough) return `${sample}.`;
  const best = p85?.seconds == null ? p50 : p85;
  if (best?.seconds == null) return `${sample}; that is too few for a percentile.`;
  return `${best.percent} % finished in at most ${durationLabel(best.seconds)} (${sample}).`;
}

/** Why there is no chart; '' when there is one. */
export function cycleTimeWithheld(times: CycleTime): string {
  if (times.finished === 0) return '';
  if (!times.coverageEnough) {
    const share = (times.coverage ?? 0) * 100;
    const known = share < 1 ? 'less than 1' : String(Math.floor(share));
    return `Git knows the start of only ${known} % of the finished items, and 60 % are needed. Squash merges, and commits that are written and landed in one moment, keep no trace of when their work began; a ticket or pull-request connection would add it. Nothing is drawn rather than a cycle time of 0.`;
  }
  return times.tooFewPeople === true
    ? 'Hidden to protect people: too few of them are behind the items whose start is known.'
    : '';
}

/** Whether the sample is large enough for a percentile. */
export function hasPercentile(times: CycleTime, percent: Percentile['percent']): boolean {
  return times.percentiles.some(candidate => candidate.percent === percent && candidate.seconds !== null);
}

export function percentileSentence({ percent, seconds, needs }: Percentile, known: number): string {
  return seconds === null
    ? `${percent} %: needs ${needs} finished items with a known start, has ${known}`
    : `${percent} % finished in at most ${durationLabel(seconds)}`;
}

const RULES: Readonly<Record<ItemRule, string>> = {
  merge: 'A merge: from the first commit on its branch to the merge',
  squash: 'A squash merge: git does not keep when its work began',
  landingBatch: 'Commits that landed together: from the first one written to the landing',
  trunkByTicket: 'Commits on the main branch with one ticket: from the first written to the last landed',
  trunkSingle: 'One commit on the main branch: from writing to landing',
};

const FLAGS: Readonly<Record<ItemFlag, string>> = {
  forwarded: 'came through a merge of another long-lived branch',
  rebased: 'its first commit is older than the point it branched from (rebased)',
  clockSkew: 'its times contradict each other',
  episode: 'one of several stretches of work on this ticket',
  ungrouped: 'no ticket holds it together',
  shallow: 'its beginning lies beyond what was read',
  revert: 'takes an earlier change back',
};

/** How an item was built and what is odd about it. */
export function itemHow(point: CycleTimePoint): string {
  const flags = point.flags.map(flag => FLAGS[flag]);
  return `${RULES[point.rule]}${flags.length === 0 ? '' : `; ${flags.join('; ')}`}.`;
}

/** Definition, formula, unit and limits of cycle time. */
export const CYCLE_TIME_METHOD: readonly string[] = [
  'Cycle time is the elapsed time from the start of work to its landing on the main branch (Kanban Guide). Here the start is the first commit written for the item: work before that leaves no trace in git.',
  'Percentiles are nearest-rank: "85 % finished in at most x" is literally true of these items. 50 % needs 5 items, 85 % needs 19, 95 % needs 59.',
  'The chart counts elapsed days; the table also counts calendar days, inclusive: started and finished on one day is 1. Weekends count, because customers wait on them too.',
  'Left out: items made by bots, direct commits without a ticket, and items whose start is unknown or contradicts itself. The data-quality list counts them.',
  'A rebase keeps when a commit was written; an amended date or a patch sent by mail does not, and git cannot tell.',
];

export const CYCLE_TIME_PROMPT =
  'Look at the items above the 85 % line together: where did they wait longest, and what could we try?';

export interface QualityText {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly of: number;
  readonly meaning: string;
}

/** The data-quality block: what the figures rest on. Lines that say nothing are left out. */
export function qualityLines(quality: DataQuality): QualityText[] {
  const people = quality.items - quality.automated;
  const known = quality.starts.branch + quality.starts.single;
  const line = (id: string, label: string, count: number, of: number, meaning: string): QualityText => ({
    id,
    label,
    count,
    of,
    meaning,
  });
  const always = [
    line(
      'knownStart',
      'Start of work known',
      known,
      people,
      'Cycle time needs the start. Merges keep it; squash merges lose it.',
    ),
    line(
      'withTicket',
      'With a ticket',
      quality.withTicket,
      people,
      'Work without a ticket cannot be traced to its why. That can be fine; it is good to know how much it is.',
    ),
    line(
      'withEpic',
      'With an epic file',
      quality.withEpic,
      people,
      'Items whose ticket an epic file has or lists. The others have no written outcome here.',
    ),
  ];
  const onlyIfAny = [
    line(
      'automated',
      'Made by bots',
      quality.automated,
      quality.items,
      'Left out of cycle time, and of the lines above.',
    ),
    line('squash', 'Squash merges', quality.rules.squash, people, 'They count as landed, but hold no start of work.'),
    line(
      'landingOnly',
      'Only the landing known',
      quality.starts.landingOnly,
      people,
      'Written and landed within a minute, as rebase and squash tools do: the start is lost.',
    ),
    line(
      'ungrouped',
      'Direct commits without a ticket',
      quality.ungrouped,
      people,
      'Nothing holds them together, so each stands alone and is left out of cycle time.',
    ),
    line(
      'clockSkew',
      'Times that contradict each other',
      quality.clockSkew,
      people,
      'Finished before started by more than five minutes; left out of cycle time.',
    ),
    line(
      'rebased',
      'Rebased',
      quality.rebased,
      people,
      'Their first commit is older than the point they branched from. They are kept, because a rebase keeps the real start.',
    ),
    line(
      'forwardMerges',
      'Forward merges',
      quality.forwardMerges,
      quality.forwardMerges + quality.items,
      'Merges of one long-lived branch into another. They are no work items; what they carry is counted where it landed.',
    ),
    line(
      'syncMerges',
      'Merges that brought a branch up to date',
      quality.syncMerges,
      quality.syncMerges + quality.items,
      'They are no work items.',
    ),
  ].filter(({ count }) => count > 0);
  return [...always, ...onlyIfAny];
}

/** What a reader must know before the figures: banners, most important first. */
export function flowNotices(answer: FlowAnswer & { state: 'shown' }): string[] {
  const notices: string[] = [];
  if (answer.solo)
    notices.push(
      'These figures describe one or two people. They are shown on this machine only, because outcomeLens.privacy.soloRepository is on.',
    );
  if (answer.quality.shallowSince !== null)
    notices.push(
      `This is a shallow clone: nothing before ${dayLabel(answer.quality.shallowSince)} is known. Run git fetch --unshallow for the whole history.`,
    );
  return notices;
}
