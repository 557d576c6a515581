import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { board } from '../tickets/board.ts';
import { ticketItems } from '../tickets/ticketItems.ts';
import { isFinishedWork, isTimed } from '../items/timedWork.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

/** Finished work with its times, told by its ticket or by git. Epoch seconds. */
export interface FinishedTime {
  readonly item: WorkItem;
  readonly start: number;
  readonly end: number;
}

export interface FinishedTimes {
  readonly finished: number;
  /** Those with a known start, by finish. */
  readonly timed: readonly FinishedTime[];
  readonly withheld: Withheld | null;
}

/**
 * The window's finished work as open work is told: a ticket from its start until it was done, and what landed without one
 * from its first commit. `candidates` are those that the gate may yet find bots among.
 */
export function finishedTimes(
  input: FlowInput,
  ask: Ask,
): { readonly candidates: readonly FinishedTime[]; judged(gate: Gate): FinishedTimes } {
  const { told } = board(input);
  const isTold = ({ ticket }: WorkItem): boolean => ticket !== null && told.has(ticket);
  const byTicket: FinishedTime[] = ticketItems(input).filter(({ item }) => isTold(item));
  const byGit = input.finished.filter(item => isFinishedWork(item) && !isTold(item));
  const timed = byGit.filter(isTimed).map((item): FinishedTime => ({ item, start: item.start, end: item.end }));
  const candidates = [...byTicket, ...timed].sort((a, b) => a.end - b.end || (a.item.id < b.item.id ? -1 : 1));
  const all = [...byTicket.map(({ item }) => item), ...byGit];
  const cell = ask(candidates.map(({ item }) => item));
  return {
    candidates,
    judged: gate => {
      const human = candidates.filter(({ item }) => !gate.isAutomated(item));
      const of = all.filter(item => !gate.isAutomated(item)).length;
      const withheld = withheldOf(human.length, of, gate.passes(cell));
      return { finished: of, timed: human, withheld };
    },
  };
}

function withheldOf(known: number, of: number, passes: boolean): Withheld | null {
  if (of === 0) return { code: 'nothing', what: 'finishedItems' };
  if (known / of < LEAST_COVERAGE) return { code: 'coverage', known, of };
  return passes ? null : { code: 'people' };
}
