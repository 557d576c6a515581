import type { QualityLineId, QualityReport } from '../../model/flow/quality.ts';
import { dayLabel } from '../dates.ts';
import { valueLabel } from './units.ts';

/** One line of the data-quality block: what is counted, and what it means for the figures. */
export interface QualityLine {
  readonly id: QualityLineId;
  readonly label: string;
  readonly count: number;
  readonly of: number;
  readonly meaning: string;
  /** Ids of the items behind it; empty in exports and for what are no items. */
  readonly items: readonly string[];
}

const LINES: Readonly<Record<QualityLineId, readonly [label: string, meaning: string]>> = {
  knownStart: ['Start of work known', 'Cycle time and waits need the start. Merges keep it; squash merges lose it.'],
  withTicket: [
    'With a ticket',
    'Work without a ticket cannot be traced to its why. That can be fine; it is good to know how much it is.',
  ],
  withEpic: ['With an epic file', 'Their ticket stands in an epic file. The others have no written outcome here.'],
  branchStart: ['Start from the commits of a branch', 'The first commit of the merged branch tells when work began.'],
  singleStart: ['Start from one commit', 'One commit, written well before it landed: work began no later than that.'],
  landingOnly: [
    'Only the landing known',
    'Written and landed within a minute, as rebase and squash tools do: the start is lost, so they are left out of cycle time.',
  ],
  noStart: ['Start unknown', 'Left out of cycle time and waits; never counted as no time at all.'],
  squash: ['Squash merges', 'They count as landed, but one landed at merge time holds no start of work.'],
  ticketWithoutEpic: [
    'Ticket without an epic file',
    'They have a ticket that no epic file lists; listing it there links the work to its outcome.',
  ],
  unknownType: [
    'Work type unknown',
    'No epic, commit convention, branch or word told the type. They are shown as unknown and never guessed.',
  ],
  keywordType: [
    'Work type from a word only',
    'Only a word like "fix" in a title tells the type. No figure about fixes rests on these alone.',
  ],
  automated: ['Made by bots', 'Left out of every figure but the count of what landed, and of the lines above.'],
  ungrouped: [
    'Direct commits without a ticket',
    'Nothing holds them together, so each stands alone and is left out of finished items; only the revert rate counts them.',
  ],
  clockSkew: [
    'Times that contradict each other',
    'Finished before started by more than five minutes, so their start is taken as unknown.',
  ],
  shallow: ['Beginning not in this clone', 'Their start lies beyond what was fetched, so it is taken as unknown.'],
  rebased: [
    'Rebased',
    'Their first commit is older than the point they branched from. They are kept, because a rebase keeps the real start.',
  ],
  aged: [
    'Holding a commit of more than two years before',
    'An old patch that was picked up again: when it was written says nothing about when this work began, so that commit is not asked.',
  ],
  undeployed: [
    'In no release yet',
    'Landed in these weeks, and not held by any release tag. Lead time leaves them out and says how many wait, older ones included.',
  ],
  unresolvedReverts: [
    'Reverts without a target',
    'They take something back that could not be found here; the revert rate misses it.',
  ],
  forwardMerges: [
    'Forward merges',
    'Merges of one long-lived branch into another. They are no work items; what they carry is counted where it landed.',
  ],
  syncMerges: ['Merges that brought a branch up to date', 'They are no work items.'],
};

/** From this share on the team squashes, rather than some of its changes. */
const SQUASHING = 0.85;

/** The data-quality block: what the figures rest on, what was left out and why. */
export function qualityLines({ lines }: QualityReport): QualityLine[] {
  return lines.map(({ id, count, of, items }) => {
    const [label, meaning] = LINES[id];
    return { id, label, count, of, meaning, items };
  });
}

/** What a team that squashes should know about its figures, in one line; '' for others. */
export function squashNotice({ items, squashed }: QualityReport): string {
  if (items === 0 || squashed / items < SQUASHING) return '';
  return `This team squashes its changes (${squashed} of ${items} items, ${valueLabel(squashed / items, 'share')}), and git keeps no trace of when squashed work began: what landed, its size, what was taken back and the time from landing to release are true; cycle time and waits are not known, and a ticket or pull-request connection would add them.`;
}

/** What a shallow clone cannot know; '' for a whole history. */
export function shallowNotice({ shallowSince }: QualityReport): string {
  return shallowSince === null
    ? ''
    : `This is a shallow clone: nothing before ${dayLabel(shallowSince)} is known. Run git fetch --unshallow for the whole history.`;
}
