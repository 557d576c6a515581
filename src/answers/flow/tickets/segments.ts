import type { StagedItems, StageSource } from '../../../model/flow/stages.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Ask, Cell, FlowInput, Gate } from '../metric.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { gitPath } from './gitPath.ts';
import { ticketItems, type TicketItem } from './ticketItems.ts';
import { stageOf } from './statuses.ts';
import type { TimeInStage } from './ticketStages.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

/** With fewer items than this, or with a smaller part of all of them, stages are no picture of the team's work. */
const LEAST_ITEMS = 10;

/** A finished item's way from start to finish, and on to production where that is known. */
export interface Path {
  readonly item: WorkItem;
  /** Epoch seconds. */
  readonly start: number;
  readonly end: number;
  /** In the order of first entry; they add up to `end - start`. */
  readonly stages: readonly TimeInStage[];
  /** From the finish to the deployment, in seconds; null when it is not deployed or that is not known. */
  readonly release: number | null;
  /** The longest time between two commits of its branch, in seconds; null for tickets and single commits. */
  readonly pause: number | null;
  /** null where git told the stages. */
  readonly ticket: Pick<TicketItem, 'approvals' | 'guessed' | 'startMismatch' | 'doneBeforeLanding'> | null;
}

/** Ways of items, and what they are a picture of. */
export interface Paths extends StagedItems {
  readonly paths: readonly Path[];
}

export interface AskedPaths {
  readonly source: StageSource;
  /** All that may be in the answer; the gate may yet find bots among them. */
  readonly candidates: readonly Path[];
  judged(gate: Gate): Paths;
}

/**
 * The window's finished items with their stages: from tickets when these know most of the items, else from git.
 * `toProduction`: where releases are known, the wait for them is the last stage, and items without a known one are left out.
 */
export function paths(input: FlowInput, ask: Ask, toProduction: boolean): AskedPaths {
  const finished = input.finished.filter(isFinishedWork);
  const releaseOf = releases(input);
  const fromTickets = ticketItems(input).map(ticket => ticketPath(ticket, releaseOf));
  const byTicket = finished.filter(({ ticket }) => ticket !== null && input.tickets.has(ticket)).length;
  const source = fromTickets.length >= LEAST_ITEMS && byTicket >= finished.length * LEAST_COVERAGE ? 'tickets' : 'git';
  const known = source === 'tickets' ? fromTickets : finished.flatMap(item => gitPath(item, releaseOf(item, item.end)));
  const released = known.filter(({ release }) => release !== null);
  const isReleased = toProduction && released.length >= LEAST_ITEMS;
  const candidates = isReleased ? released.map(withRelease) : known;
  const left = isReleased ? known.filter(({ release }) => release === null) : [];
  const waiting = left.filter(({ item }) => input.waiting.has(item.id));
  const unknown = left.filter(({ item }) => !input.waiting.has(item.id));
  const cellOf = (some: readonly Path[]): Cell => ask(some.map(({ item }) => item));
  const [cell, waitingCell, unknownCell] = [cellOf(candidates), cellOf(waiting), cellOf(unknown)];
  return {
    source,
    candidates,
    judged: gate => {
      const isHuman = ({ item }: Path): boolean => !gate.isAutomated(item);
      const shown = candidates.filter(isHuman);
      const all = finished.filter(item => !gate.isAutomated(item)).length;
      const covered = known.filter(isHuman).length;
      const withheld =
        withheldOf(source, shown.length, covered, all) ?? (gate.passes(cell) ? null : { code: 'people' });
      const countOf = (some: readonly Path[], itsCell: Cell): number | null =>
        gate.passes(itsCell) ? some.filter(isHuman).length : null;
      const count = (test: (ticket: NonNullable<Path['ticket']>) => boolean): number =>
        shown.filter(({ ticket }) => ticket !== null && test(ticket)).length;
      return {
        withheld,
        source,
        finished: source === 'tickets' ? Math.max(all, covered) : all,
        items: shown.length,
        undeployed: countOf(waiting, waitingCell),
        releaseUnknown: countOf(unknown, unknownCell),
        guessed: count(({ guessed }) => guessed),
        startMismatch: count(({ startMismatch }) => startMismatch),
        doneBeforeLanding: count(({ doneBeforeLanding }) => doneBeforeLanding),
        paths: withheld === null ? shown : [],
      };
    },
  };
}

/** What a figure says of its items, without the items. */
export function withoutPaths({ paths: _, ...items }: Paths): StagedItems {
  return items;
}

function withheldOf(source: StageSource, shown: number, covered: number, finished: number): Withheld | null {
  if (finished === 0 && covered === 0) return { code: 'nothing', what: 'finishedItems' };
  if (source === 'git' && covered < finished * LEAST_COVERAGE)
    return { code: 'coverage', known: covered, of: finished };
  const what = source === 'tickets' ? 'ticketItems' : 'branchItems';
  return shown < LEAST_ITEMS ? { code: 'tooFew', what, has: shown, needs: LEAST_ITEMS } : null;
}

type ReleaseOf = (item: WorkItem, end: number) => number | null;

function ticketPath({ item, start, end, stages, ...ticket }: TicketItem, releaseOf: ReleaseOf): Path {
  return { item, start, end, stages, release: releaseOf(item, end), pause: null, ticket };
}

function withRelease(path: Path): Path {
  const seconds = path.release ?? 0;
  const entered = path.end - path.start;
  return {
    ...path,
    stages: [...path.stages, { stage: stageOf('release'), seconds, entered, left: entered + seconds }],
  };
}

/** The wait for the release, in seconds. What the first deployment of its stream holds may have been live before. */
function releases({ deployments }: FlowInput): ReleaseOf {
  const byId = new Map(deployments.map(deployment => [deployment.id, deployment]));
  return (item, end) => {
    const found = item.deployment === null ? undefined : byId.get(item.deployment);
    return found === undefined || found.first ? null : Math.max(0, found.at - end);
  };
}
