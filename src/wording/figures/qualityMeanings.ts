import type { QualityLineId } from '../../model/flow/quality.ts';

/**
 * What each data-quality line counts, and which figures it touches. The order is the one in which they matter: what most
 * figures rest on, what is left out of them, what ties work to its purpose, then what is merely good to know.
 */
export const QUALITY_MEANINGS: Readonly<Record<QualityLineId, readonly [label: string, meaning: string]>> = {
  knownStart: [
    'Start of work known',
    'Cycle time, predictability, service level, work in progress and every wait rest on these. Merges keep the start; squash merges lose it.',
  ],
  noStart: [
    'Start unknown',
    'Left out of cycle time, of what is computed from it, and of waits; never counted as no time at all. Throughput counts them.',
  ],
  landingOnly: [
    'Only the landing known',
    'Written and landed within a minute, as rebase and squash tools do: the start is lost, so they are left out of cycle time. Throughput counts them.',
  ],
  squash: [
    'Squash merges',
    'Throughput, batch size in lines and files, and the revert rate count them. One that was made as it landed holds no start of work, so cycle time and waits leave it out.',
  ],
  shallow: [
    'Beginning not in this clone',
    'Their start lies beyond what was fetched, so it is taken as unknown: left out of cycle time and waits.',
  ],
  clockSkew: [
    'Times that contradict each other',
    'Finished before started by more than five minutes, so their start is taken as unknown: left out of cycle time and waits.',
  ],
  ungrouped: [
    'Direct commits without a ticket',
    'Nothing holds them together, so each stands alone: left out of finished items, so of throughput, cycle time and batch size. The revert rate counts them.',
  ],
  automated: [
    'Made by bots',
    'Left out of every figure and of the other lines; throughput counts them beside the rest.',
  ],
  undeployed: [
    'In no release yet',
    'Landed in these weeks, and not held by any release tag. Lead time, stages and the value stream leave them out and say how many wait, older ones included.',
  ],
  unresolvedReverts: [
    'Reverts without a target',
    'They take something back that could not be found here, so the revert rate and the change failure rate miss it.',
  ],
  withTicket: [
    'With a ticket',
    'Work without a ticket cannot be traced to its why. Links to outcomes, and every figure from tickets, rest on these.',
  ],
  withEpic: [
    'With an epic file',
    'Their ticket stands in an epic file. The others have no written outcome here: “Work linked to an outcome” counts them as not linked.',
  ],
  ticketWithoutEpic: [
    'Ticket without an epic file',
    'No epic file lists their ticket; listing it there links the work to its outcome, and may tell its type.',
  ],
  unknownType: [
    'Work type unknown',
    'No epic, commit convention, branch or word told the type. Kinds of work shows them as unknown; with more than 40 % of them it gives no shares.',
  ],
  keywordType: [
    'Work type from a word only',
    'Only a word like "fix" in a title tells the type. Kinds of work counts them; the change failure rate and failures by work type never rest on these alone.',
  ],
  branchStart: [
    'Start from the commits of a branch',
    'The first commit of the merged branch tells when work began. Waits and stages are told of these alone.',
  ],
  singleStart: [
    'Start from one commit',
    'One commit, written well before it landed: work began no later than that, so cycle time may be longer than it says.',
  ],
  rebased: [
    'Rebased',
    'Their first commit is older than the point they branched from. Cycle time keeps them, because a rebase keeps the real start.',
  ],
  aged: [
    'Holding a commit of more than two years before',
    'An old patch that was picked up again: when it was written says nothing about when this work began, so cycle time does not ask that commit.',
  ],
  forwardMerges: [
    'Forward merges',
    'Merges of one long-lived branch into another. No figure counts them; what they carry is counted where it landed.',
  ],
  syncMerges: ['Merges that brought a branch up to date', 'They are no work items, so no figure counts them.'],
};

/** In place of the line and its parts while no epic file is there. */
export const NO_EPICS: readonly [label: string, meaning: string] = [
  'With an epic file: there are none yet',
  'An epic file says what work is for. Until there is one, links to outcomes and the Feature Factory Ratio cannot be told.',
];
