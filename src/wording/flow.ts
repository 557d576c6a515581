import type { FlowAnswer, FlowItem, FlowWindow } from '../model/flow/flow.ts';
import type { ItemFlag, ItemRule, WorkType } from '../model/work.ts';
import { dayLabel } from './dates.ts';
import { shallowNotice, squashNotice } from './figures/dataQuality.ts';
import { lastDay } from './figures/exported.ts';
import { countLabel } from './figures/places.ts';

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
  return `${dayLabel(window.from)} to ${dayLabel(lastDay(window))}, ${window.weeks} weeks`;
}

const NONE_OF_TYPE: Readonly<Record<WorkType, string>> = {
  feature: 'No feature landed in this window',
  defect: 'No defect landed in this window',
  risk: 'No work of the type Risk landed in this window',
  debt: 'No work of the type Debt landed in this window',
  other: 'No work of the type Other landed in this window',
  unknown: 'No work of unknown type landed in this window',
};

/** Why nothing is shown, and what would help. */
export function declinedText(answer: FlowAnswer & { state: 'withheld' | 'noItems' }): { title: string; text: string } {
  if (answer.state === 'noItems') {
    const latest = answer.latest === null ? '' : `The last work landed on ${dayLabel(answer.latest)}. `;
    if (answer.isBeyondClone)
      return {
        title: 'This clone holds too little',
        text: `It is a shallow clone, and these weeks begin before what it holds. ${latest}Run git fetch --unshallow for the whole history.`,
      };
    if (answer.ofType !== null)
      return {
        title: NONE_OF_TYPE[answer.ofType.type],
        text: `${countLabel(answer.ofType.items, 'item')} of other types landed. The type is told by epic files, commit conventions, branches and words; what nothing tells is of unknown type.`,
      };
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
  aged: 'one of its commits was written more than two years before it landed and tells nothing of this work',
  clockSkew: 'its times contradict each other',
  episode: 'one of several stretches of work on this ticket',
  ungrouped: 'no ticket holds it together',
  shallow: 'its beginning lies beyond what was read',
  revert: 'takes an earlier change back',
};

/** How an item was built and what is odd about it. */
export function itemHow(point: Pick<FlowItem, 'rule' | 'flags'>): string {
  const flags = point.flags.map(flag => FLAGS[flag]);
  return `${RULES[point.rule]}${flags.length === 0 ? '' : `; ${flags.join('; ')}`}.`;
}

/** What a reader must know before the figures: banners, most important first. */
export function flowNotices(answer: FlowAnswer & { state: 'shown' }): string[] {
  const notices: string[] = [];
  if (answer.solo)
    notices.push(
      'These figures describe one or two people. They are shown on this machine only, because outcomeLens.privacy.soloRepository is on.',
    );
  notices.push(shallowNotice(answer.quality), squashNotice(answer.quality));
  return notices.filter(notice => notice !== '');
}
