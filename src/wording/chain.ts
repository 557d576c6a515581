import type { TicketChain } from '../model/why.ts';
import { stageLabel } from './ready.ts';
import { epicHow } from './why.ts';

/** What stands above the ticket, a line a link: the epic with its stage and how it was found, the key result, other epics. */
export function chainLines(chain: TicketChain): readonly string[] {
  return [...epicLine(chain), ...keyResultLine(chain), ...otherEpicsLine(chain)];
}

function epicLine({ epic: file, epicSource }: TicketChain): readonly string[] {
  if (file === null) return [];
  const { epic, path } = file;
  if (epic === null) return [`May belong to ${path}, of which nothing can be read.`];
  const stage = epic.stage === null ? '' : `, stage ${stageLabel(epic.stage)}`;
  const how = epicSource === null ? '' : ` (${epicHow(epicSource, path)})`;
  return [`Epic: ${epic.key} ${epic.title}${stage}${how}`];
}

/** The id alone where the value tree does not tell the title. */
export function keyResultLine({ epic, keyResult }: Pick<TicketChain, 'epic' | 'keyResult'>): readonly string[] {
  if (keyResult !== null) return [`Key result: ${keyResult.id} ${keyResult.title}`];
  const id = epic?.epic?.keyResult ?? null;
  return id === null ? [] : [`Key result: ${id}`];
}

function otherEpicsLine({ otherEpics }: TicketChain): readonly string[] {
  const others = otherEpics.map(({ path }) => path);
  return others.length === 0 ? [] : [`Named by ${others.join(', ')} too`];
}
