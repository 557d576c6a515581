import { STATUS_WORDS, type StatusWords } from '../../../model/epic.ts';
import type { FlowStage, Place } from '../../../model/flow/stages.ts';
import type { StatusCategory, StatusChange } from '../../../model/ticket.ts';

/** Short words only as whole words: "cab" is a board, "applicable" is not. */
const APPROVAL = /review|approv|sign.?off|compliance|verif|security|\b(?:qa|uat|cab|legal)\b/i;
const QUEUE = /\bready\b|waiting|\bhold\b|\bto deploy\b|backlog/i;

const PLACE_OF: Readonly<Record<StatusCategory, Place>> = {
  todo: 'todo',
  active: 'active',
  queue: 'queue',
  approval: 'approval',
  blocked: 'blocked',
  done: 'reopened',
  dropped: 'reopened',
  unknown: 'unmapped',
};

/** What a status means for this team. */
export interface Meaning {
  readonly category: StatusCategory;
  /** Where time in it is counted. Time in a finished status counts only when the ticket is taken up again. */
  readonly stage: FlowStage;
  /** Told by nothing but the status's name. */
  readonly guessed: boolean;
}

/**
 * Reads statuses: the team's word wins, then the tracker's category. Names only divide what the tracker calls active:
 * "Ready for review" is approval first, as the wait for an approval is part of what the approval takes.
 */
export function statusReader(words: StatusWords): (change: Omit<StatusChange, 'at'>) => Meaning {
  const known = new Map<string, Meaning>();
  for (const category of STATUS_WORDS)
    for (const name of words[category]) {
      const id = keyOf(name);
      if (!known.has(id)) known.set(id, { category, stage: namedStage(PLACE_OF[category], id, name), guessed: false });
    }
  return ({ status, category }) => {
    const word = known.get(keyOf(status));
    if (word !== undefined) return word;
    const guess = category === 'active' ? guessOf(status) : null;
    return { category: guess ?? category, stage: stageOf(PLACE_OF[guess ?? category]), guessed: guess !== null };
  };
}

/** The stage of a place that no status divides. */
export function stageOf(place: Place): FlowStage {
  return { id: place, place, name: null };
}

function guessOf(status: string): 'approval' | 'queue' | null {
  if (APPROVAL.test(status)) return 'approval';
  return QUEUE.test(status) ? 'queue' : null;
}

/** What is blocked or done stays one stage: flags, which no status names, mean the same. */
function namedStage(place: Place, id: string, name: string): FlowStage {
  return place === 'blocked' || place === 'reopened' ? stageOf(place) : { id: `${place}/${id}`, place, name };
}

function keyOf(status: string): string {
  return status.trim().toLowerCase();
}
