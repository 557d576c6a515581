import { OPEN_FLAGS, type OpenSources, type TicketState } from '../../../model/flow/openWork.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { OpenItem, WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { askBehind, isOfPeople, tellable, type Behind } from '../tickets/behind.ts';
import { board, type BoardItem } from '../tickets/board.ts';

/** Work that is not finished, told by its ticket or by branches alone. */
interface Open extends OpenItem, Behind {
  readonly landed: WorkItem | null;
  /** null: branches tell. */
  readonly state: TicketState | null;
}

/** An open item whose start is known. */
export interface TimedOpen extends Open {
  readonly start: number;
}

/** Open work as the figures about it use it. */
export interface OpenWork {
  readonly withheld: Withheld | null;
  /** With a known start, oldest first; branches only with a sign of life in the last 30 days. */
  readonly timed: readonly TimedOpen[];
  /** Whose start nobody can tell; empty when hidden. */
  readonly unknown: readonly Open[];
  /** Counts of the others; null when hidden or not read. */
  readonly unknownStart: number | null;
  readonly stale: number | null;
  /** null without tickets. */
  readonly sources: OpenSources | null;
}

/**
 * Open work of the asked type, and whether enough people are behind it. A ticket and its branches are one item, which the
 * ticket tells: it counts for as long as it stands in a status that means work.
 */
export function openWork(
  input: FlowInput,
  ask: Ask,
): {
  readonly timed: readonly TimedOpen[];
  /** Tickets without commits are not among them. */
  readonly leavesOut: boolean;
  judged(gate: Gate): OpenWork;
} {
  const { begun, unknown, told, over } = board(input);
  const branches = (input.open ?? []).filter(({ ticket }) => ticket === null || !told.has(ticket));
  const isOver = ({ ticket }: OpenItem): boolean => ticket !== null && over.has(ticket);
  const left = (input.open ?? []).filter(isOver);
  const live = branches.filter(item => !item.stale && !isOver(item)).map(ofBranch);
  const stale = branches.filter(item => item.stale && !isOver(item));
  const count = (items: readonly OpenItem[], gate: Gate): number =>
    items.filter(item => !gate.isAutomated(item)).length;
  const all = [...begun.filter(({ end }) => end === null).map(ofTicket), ...live].filter(isTimedOpen);
  const timed = tellable(all).toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const without = [...unknown.map(ofTicket), ...live.filter(item => !isTimedOpen(item))];
  const leavesOut = timed.length < all.length;
  const passes = askBehind(timed, ask);
  const passesWithout = askBehind(without, ask);
  const [staleCell, overCell] = [ask(stale), ask(left)];
  const sources = openSources(timed, input, ask);
  const isRead = input.open !== null || input.tickets.size > 0;
  return {
    timed,
    leavesOut,
    judged: gate => {
      // Nothing that may be counted is not the same as nothing that is open.
      const isShown = isRead && passes(gate) && !(leavesOut && timed.length === 0);
      const human = timed.filter(item => isOfPeople(item, gate));
      const humanWithout = without.filter(item => isOfPeople(item, gate));
      const isToldWithout = isRead && passesWithout(gate);
      return {
        withheld: !isRead ? { code: 'notRead' } : isShown ? null : { code: 'people' },
        timed: isShown ? human : [],
        unknown: isToldWithout ? humanWithout : [],
        unknownStart: isToldWithout ? humanWithout.length : null,
        stale: input.open !== null && gate.passes(staleCell) ? count(stale, gate) : null,
        sources:
          input.tickets.size === 0 || !isShown
            ? null
            : {
                ...sources(human, gate),
                over: gate.passes(overCell) ? count(left, gate) : null,
                withoutCommits: leavesOut ? 'leftOut' : 'counted',
              },
      };
    },
  };
}

/** Divides open work by what tells of it, and by what its tickets say. */
function openSources(
  timed: readonly TimedOpen[],
  input: FlowInput,
  ask: Ask,
): (human: readonly TimedOpen[], gate: Gate) => Pick<OpenSources, 'tickets' | 'branches' | 'flagged'> {
  const halves = [
    ({ state }: Open): boolean => state !== null,
    ...OPEN_FLAGS.map(
      flag =>
        ({ state }: Open): boolean =>
          state?.flags.includes(flag) === true,
    ),
  ].map(test => ({
    test,
    passes: [
      askBehind(timed.filter(test), ask),
      askBehind(
        timed.filter(item => !test(item)),
        ask,
      ),
    ],
  }));
  return (human, gate) => {
    const [bySource, ...byFlag] = halves.map(({ test, passes }) => {
      const count = human.filter(test).length;
      const counts = [count, human.length - count];
      // A view shows each item as a dot, so there a division tells nothing more.
      const hidden =
        input.use === 'view'
          ? [false, false]
          : hiddenCells(counts.map((one, half) => ({ count: one, passes: passes[half]?.(gate) === true })));
      return counts.map((one, half) => (!mayDivide(input) || hidden[half] === true ? null : one));
    });
    const [blocked, reopened, still] = byFlag.map(([flagged]) => flagged ?? null);
    return {
      tickets: bySource?.[0] ?? null,
      branches: bySource?.[1] ?? null,
      flagged: { blocked: blocked ?? null, reopened: reopened ?? null, still: still ?? null },
    };
  };
}

function ofBranch(item: OpenItem): Open {
  return { ...item, behind: item, landed: null, state: null };
}

function ofTicket({ end: _, ...item }: BoardItem & { readonly start?: number }): Open {
  return { start: null, ...item, stale: false };
}

function isTimedOpen(item: Open): item is TimedOpen {
  return item.start !== null;
}
