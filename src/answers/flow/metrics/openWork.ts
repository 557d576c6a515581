import type { OpenItem } from '../../../model/work.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';

/** An open item whose start is known. */
export interface TimedOpen extends OpenItem {
  readonly start: number;
}

/** Open work as the figures about it use it. */
export interface OpenWork {
  readonly withheld: Withheld | null;
  /** With a known start and a sign of life in the last 30 days, oldest first. */
  readonly timed: readonly TimedOpen[];
  /** Counts of the others; null when hidden or not read. */
  readonly unknownStart: number | null;
  readonly stale: number | null;
}

/** Open work of the asked type, and whether enough people are behind it. */
export function openWork(
  input: FlowInput,
  ask: Ask,
): { readonly timed: readonly TimedOpen[]; judged(gate: Gate): OpenWork } {
  const open = input.open ?? [];
  const live = open.filter(({ stale }) => !stale);
  const timed = live.filter(isTimedOpen).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const unknown = live.filter(item => !isTimedOpen(item));
  const stale = open.filter(item => item.stale);
  const [cell, unknownCell, staleCell] = [ask(timed), ask(unknown), ask(stale)];
  return {
    timed,
    judged: gate => ({
      withheld: input.open === null ? { code: 'notRead' } : gate.passes(cell) ? null : { code: 'people' },
      timed: gate.passes(cell) ? timed : [],
      unknownStart: input.open !== null && gate.passes(unknownCell) ? unknown.length : null,
      stale: input.open !== null && gate.passes(staleCell) ? stale.length : null,
    }),
  };
}

function isTimedOpen(item: OpenItem): item is TimedOpen {
  return item.start !== null;
}
