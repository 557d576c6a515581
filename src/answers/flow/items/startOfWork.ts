import type { ItemFlag, StartQuality } from '../../../model/work.ts';
import { commitAt, type HistoryGraph } from './historyGraph.ts';
import type { Landing } from './landings.ts';

const DAY = 86_400;
/** The day of git's first commit: earlier times are clocks that were never set. */
const FIRST_DAY_OF_GIT = Date.UTC(2005, 3, 7) / 1000;
/** A forge that squashes writes both times at once; a person needs longer to push what they wrote. */
export const SAME_MOMENT_SECONDS = 60;
/** Clocks of machines differ; what is later than what follows it by more than this is a contradiction (METRICS R10). */
export const TOLERATED_SKEW_SECONDS = 300;
/** A commit that was written longer before its work landed is an old patch that was picked up again. */
const LONGEST_WORK_SECONDS = 730 * DAY;

export interface StartOfWork {
  /** Epoch seconds; null when unknown. For 'landingOnly' the first landing, by which time work had begun. */
  readonly start: number | null;
  readonly quality: StartQuality;
  readonly flags: readonly ItemFlag[];
  /** When the commits of its branch were written, ascending, believable ones only; empty unless `quality` is 'branch'. */
  readonly written: readonly number[];
}

interface Sign {
  readonly written: number;
  readonly quality: 'branch' | 'single' | 'lost';
  readonly baseLanded: number | null;
}

const UNKNOWN: StartOfWork = { start: null, quality: 'none', flags: [], written: [] };

/**
 * When work on an item began: the earliest time at which one of its commits was written, because a rebase keeps that
 * time; what was written more than two years before it landed tells nothing of this work. `end` and `now` are epoch seconds.
 */
export function startOfWork(graph: HistoryGraph, landings: readonly Landing[], end: number, now: number): StartOfWork {
  if (landings.some(({ events }) => events.some(({ boundary }) => boundary))) return { ...UNKNOWN, flags: ['shallow'] };
  const signs = landings.flatMap(landing => signsOf(graph, landing));
  const believable = signs.filter(({ written }) => isBelievable(written, now));
  const valid = believable.filter(({ written }) => end - written <= LONGEST_WORK_SECONDS);
  const [first, ...rest] = valid;
  if (first === undefined)
    return { ...UNKNOWN, flags: signs.length === 0 ? [] : [believable.length > 0 ? 'aged' : 'clockSkew'] };
  const earliest = rest.reduce(earlier, first);
  if (earliest.quality === 'lost' && signs.length === 1) return UNKNOWN;
  if (earliest.written - end > TOLERATED_SKEW_SECONDS) return { ...UNKNOWN, flags: ['clockSkew'] };
  const aged: readonly ItemFlag[] = valid.length < believable.length ? ['aged'] : [];
  const rebased = earliest.baseLanded !== null && earliest.baseLanded - earliest.written > DAY;
  const quality = earliest.quality === 'lost' ? 'landingOnly' : earliest.quality;
  return {
    start: Math.min(earliest.written, end),
    quality,
    flags: rebased ? [...aged, 'rebased'] : aged,
    written: quality === 'branch' ? writtenTimes(valid, end) : [],
  };
}

/** False for times before git and after tomorrow. Epoch seconds. */
export function isBelievable(written: number, now: number): boolean {
  return written >= FIRST_DAY_OF_GIT && written <= now + DAY;
}

function writtenTimes(signs: readonly Sign[], end: number): number[] {
  return signs
    .filter(({ quality, written }) => quality === 'branch' && written - end <= TOLERATED_SKEW_SECONDS)
    .map(({ written }) => Math.min(written, end))
    .sort((a, b) => a - b);
}

function signsOf(graph: HistoryGraph, landing: Landing): Sign[] {
  return landing.events.flatMap(({ merge, own, baseLanded }) =>
    own.map(position => {
      const { written, landed } = commitAt(graph, position);
      const apart = Math.abs(landed - written) > SAME_MOMENT_SECONDS;
      return { written, quality: merge ? 'branch' : apart ? 'single' : 'lost', baseLanded };
    }),
  );
}

function earlier(a: Sign, b: Sign): Sign {
  if (a.written !== b.written) return a.written < b.written ? a : b;
  return a.quality === 'lost' ? b : a;
}
