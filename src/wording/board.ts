import type { StageAge } from '../model/learn/board.ts';
import type { UnmetGate } from '../model/learn/epicsOverview.ts';
import type { Stage } from '../model/stage.ts';
import { dayLabel } from './dates.ts';
import { counted } from './epicSigns.ts';
import { stageLabel } from './ready.ts';

/** "12 days in Build"; '' while it is not read. */
export function ageLabel(age: StageAge | null, stage: Stage | null): string {
  const where = stage === null ? 'without a stage' : `in ${stageLabel(stage)}`;
  switch (age?.state) {
    case undefined:
      return '';
    case 'since': {
      if (age.days === 0 && !age.atLeast)
        return `${stage === null ? 'Without a stage' : `In ${stageLabel(stage)}`} since today`;
      return `${age.atLeast ? 'At least ' : ''}${counted(age.days, 'day')} ${where}`;
    }
    case 'uncommitted':
      return `${stage === null ? 'Without a stage' : `In ${stageLabel(stage)}`}, not committed yet`;
    case 'unknown':
      return '';
  }
}

/** What an age rests on; '' where there is none. */
export function ageHow(age: StageAge | null): string {
  if (age?.state === 'unknown')
    return 'How long it has been here cannot be told: the history of its file is not in this clone.';
  if (age?.state !== 'since') return '';
  return age.atLeast
    ? `Since ${dayLabel(age.day)} or longer: this clone does not have the whole history of its file.`
    : `Since ${dayLabel(age.day)}, as the history of its file tells.`;
}

/** What is begun and not live yet. No limit goes with it. */
export function inProgressLabel(count: number): string {
  return `${counted(count, 'epic')} in progress, from ${stageLabel('build')} to ${stageLabel('launch')}`;
}

/** Why an epic cannot be moved. */
export const READ_ONLY_EPIC =
  'This branch does not have the file: it is read from the main branch, and is not moved from here.';

/** What a move did, and what it leaves open; nothing stands in its way. */
export function movedSentence(key: string, to: Stage, left: readonly UnmetGate[]): string {
  const moved = `Moved ${key} to ${stageLabel(to)}.`;
  if (left.length === 0) return moved;
  const unmet = left.filter(({ open, unknown }) => open + unknown > 0);
  if (unmet.length === 0) return `${moved} ${left.map(({ name }) => name).join(' and ')}: nothing is open.`;
  return `${moved} ${unmet.map(leftOpen).join(' ')}`;
}

/** What taking a move back did. */
export function movedBackSentence(key: string, to: Stage | null): string {
  return to === null ? `Took the move of ${key} back.` : `Moved ${key} back to ${stageLabel(to)}.`;
}

function leftOpen({ name, open, unknown }: UnmetGate): string {
  const cannot = unknown === 0 ? '' : `${counted(unknown, 'item')} of ${name} cannot be checked here.`;
  if (open === 0) return cannot;
  const are = `${counted(open, 'item')} of ${name} ${open === 1 ? 'is' : 'are'} open`;
  return unknown === 0 ? `${are}.` : `${are}, and ${unknown} cannot be checked here.`;
}
