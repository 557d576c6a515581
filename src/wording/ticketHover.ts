import { hasAnticipatedOutcome } from '../model/outcome.ts';
import type { BranchWhy } from '../model/why.ts';
import { stageLabel } from './ready.ts';
import { epicHow, oneLine } from './why.ts';

/** What is said of a ticket where its key stands in a text. */
export interface TicketText {
  /** The key, with the title where the epic files tell it. */
  readonly title: string;
  /** The outcome that it is for; null where there is none. */
  readonly outcome: string | null;
  readonly lines: readonly string[];
}

/** `why` is the answer about a ticket alone. */
export function ticketText(key: string, why: BranchWhy): TicketText {
  const file = why.epic;
  if (file === null) return { title: key, outcome: null, lines: [`No epic file names ${key} yet.`] };
  const { epic } = file;
  if (epic === null)
    return { title: key, outcome: null, lines: [`May belong to ${file.path}, of which nothing can be read.`] };
  const itself = why.epicSource === 'isTheEpic';
  const stage = epic.stage === null ? '' : `, stage ${stageLabel(epic.stage)}`;
  const how = why.epicSource === null ? '' : ` (${epicHow(why.epicSource, file.path)})`;
  const epicLine = `Epic: ${epic.key} ${epic.title}${stage}${how}`;
  const outcome = hasAnticipatedOutcome(epic.outcome) ? oneLine(epic.outcome.statement) : null;
  return {
    title: itself ? `${epic.key} ${epic.title}` : key,
    outcome,
    lines: [
      ...(outcome === null ? ['No anticipated outcome is written yet.'] : []),
      epicLine,
      ...keyResultLine(why),
      ...otherEpicsLine(why),
    ],
  };
}

function keyResultLine({ epic, keyResult }: BranchWhy): readonly string[] {
  if (keyResult !== null) return [`Key result: ${keyResult.id} ${keyResult.title}`];
  const id = epic?.epic?.keyResult ?? null;
  return id === null ? [] : [`Key result: ${id}`];
}

function otherEpicsLine({ otherEpics }: BranchWhy): readonly string[] {
  const others = otherEpics.map(({ path }) => path);
  return others.length === 0 ? [] : [`Named by ${others.join(', ')} too`];
}
