import type { FlowStage, Place, StagedItems, StageTime } from '../../model/flow/stages.ts';
import { boundedDuration } from '../dates.ts';
import type { FigureContext } from './figure.ts';

const PLACES: Readonly<Record<Place, string>> = {
  coding: 'Coding',
  pause: 'Longest pause between commits',
  afterLastCommit: 'After the last commit',
  release: 'Waiting for the release',
  active: 'Active',
  todo: 'Put back to do',
  queue: 'Queue',
  approval: 'Approval',
  blocked: 'Blocked',
  reopened: 'Closed, then taken up again',
  unmapped: 'Status not mapped',
};

/** What a stage is called: the team's own word, or that of its kind. */
export function stageLabel({ place, name }: FlowStage): string {
  return name ?? PLACES[place];
}

/** What git's stages stand in for; '' when tickets tell. */
export function stageProxy({ source }: Pick<StagedItems, 'source'>): string {
  return source === 'tickets'
    ? ''
    : 'From git alone: what lies after the last commit of a branch may be review, checks, approval or plain waiting, and git cannot tell which.';
}

export const STAGE_METHOD: readonly string[] = [
  'From tickets: the time in each status between start and finish, every visit counted. The team’s own words in team.yaml say what a status means, then the tracker’s category; only within active statuses the name is taken as a hint.',
  'From git: coding is the time from the first commit of a branch to its last, then the time up to its landing, then the time up to the release tag that holds it.',
  'Shares are sums over all items: medians of stages do not add up.',
];

const HIDDEN = 'Hidden to protect people';

/** "42 finished items in 26 weeks", and how many of all these are. */
export function sampleText({ source, items, finished }: StagedItems, { window }: FigureContext): string {
  const what = source === 'tickets' ? 'done tickets' : 'merged branches';
  return `n = ${items} ${what} of ${finished} finished items in ${window.weeks} weeks`;
}

/** What a reader should know of the items behind a figure about stages. */
export function stagedNotes(items: StagedItems): string[] {
  const notes: (string | null)[] = [
    items.undeployed === 0 || items.undeployed === null
      ? null
      : `Left out: ${countLabel(items.undeployed, 'item')} that landed and that no release holds yet.`,
    items.releaseUnknown === 0 || items.releaseUnknown === null
      ? null
      : `Left out: ${countLabel(items.releaseUnknown, 'item')} of which no release tells when they went live: they landed before the first one that is known, or it holds them.`,
    items.guessed === 0
      ? null
      : `${countLabel(items.guessed, 'ticket')} had a status that is understood by its name only; statuses in team.yaml would make it sure.`,
    items.startMismatch === 0
      ? null
      : `${countLabel(items.startMismatch, 'ticket')} began more than 30 days apart from the first commit; the later sign of active work counts.`,
    items.doneBeforeLanding === 0
      ? null
      : `${countLabel(items.doneBeforeLanding, 'ticket')} had been done before the last change landed.`,
  ];
  return notes.filter(note => note !== null);
}

/** Tooltip lines of a stage. */
export function stageLines({ items, p50, p85, seconds }: StageTime): string[] {
  if (items === null) return [HIDDEN];
  const lines = [`${countLabel(items, 'item')} were there`];
  if (seconds === null) return [...lines, 'Too few for a figure: needs 10'];
  if (p50 !== null) lines.push(`50 % ${boundedDuration('at most', p50)}`);
  if (p85 !== null) lines.push(`85 % ${boundedDuration('at most', p85)}`);
  return lines;
}

/** `1 item`, `12 items`. */
export function countLabel(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
