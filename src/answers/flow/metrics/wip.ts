import type { Wip } from '../../../model/flow/wip.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { askBehind, isOfPeople, tellable } from '../tickets/behind.ts';
import { board } from '../tickets/board.ts';
import { dayText } from '../time/calendar.ts';
import { isFinishedWork, isTimed } from '../items/timedWork.ts';
import { finishedTimes } from './finishedTimes.ts';
import { littleCheck } from './littleLaw.ts';
import { openWork, type TimedOpen } from './openWork.ts';
import { wipSeries, type WorkSpan } from './wipSeries.ts';
import { LEAST_COVERAGE } from '../statistics/coverage.ts';

const PEOPLE: Withheld = { code: 'people' };

/**
 * Work in progress: open items now, and begun and not yet finished items at the end of each past day. The past is told by
 * tickets and, where there is none, by landed items with a known start, so it needs 60 % of the finished ones.
 */
export const wipMetric: Metric<Wip> = (input, ask) => {
  const open = openWork(input, ask);
  const finished = finishedTimes(input, ask);
  const { spans, leavesOut } = workSpans(input, open);
  const all = askBehind(
    spans.filter(({ from, to }) => overlaps(from, to, input.weeks)),
    ask,
  );
  const divided = wipSeries(spans, input, ask);
  const isRead = input.open !== null || input.tickets.size > 0;
  return gate => {
    const now = open.judged(gate);
    const { finished: of, timed } = finished.judged(gate);
    const historyWithheld =
      (isRead ? null : ({ code: 'notRead' } as const)) ??
      coverage(timed.length, of) ??
      (all(gate) && mayDivide(input) && !(leavesOut && spans.length === 0) ? null : PEOPLE);
    const human = spans.filter(span => isOfPeople(span, gate));
    const history = historyWithheld === null ? divided(human, gate) : null;
    const [first, last] = [input.weeks[0], input.weeks.at(-1)];
    return {
      withheld: now.withheld !== null && historyWithheld !== null ? now.withheld : null,
      now: now.withheld === null ? now.timed.length : null,
      unknownStart: now.unknownStart,
      stale: now.stale,
      reach: reachOf(input),
      sources: now.sources,
      toldBy: toldBy(spans),
      historyWithheld,
      historyWithoutCommits: leavesOut ? 'leftOut' : 'counted',
      finished: of,
      known: timed.length,
      series: history?.series ?? null,
      averages: history?.averages ?? [],
      little:
        // The mean of the whole window would give that of a hidden bin away.
        history?.isWhole === true && first !== undefined && last !== undefined
          ? littleCheck(human, first.day, last.day + 7)
          : null,
    };
  };
};

/** Every item's days in progress: those of a ticket tell of all that landed for it. */
function workSpans(
  input: FlowInput,
  open: { readonly timed: readonly TimedOpen[]; readonly leavesOut: boolean },
): { readonly spans: readonly WorkSpan[]; readonly leavesOut: boolean } {
  const { dayOf } = input.calendar;
  const { begun, told } = board(input);
  const over = begun.flatMap(({ start, end, behind, landed }): WorkSpan[] =>
    end === null ? [] : [{ from: dayOf(start), to: dayOf(end), behind, landed, byTicket: true }],
  );
  const landed = input.items
    .filter(item => (input.type === null || item.type === input.type) && isFinishedWork(item))
    .filter(isTimed)
    .filter(({ ticket }) => ticket === null || !told.has(ticket))
    .map((item): WorkSpan => {
      return { from: dayOf(item.start), to: dayOf(item.end), behind: item, landed: item, byTicket: false };
    });
  const now = open.timed.map(({ start, behind, landed, state }): WorkSpan => {
    return { from: dayOf(start), to: null, behind, landed, byTicket: state !== null };
  });
  const past = [...landed, ...over];
  const inside = past.filter(({ from, to }) => overlaps(from, to, input.weeks));
  const isLeftOut = tellable(inside).length < inside.length;
  const spans = isLeftOut ? past.filter(({ behind }) => behind !== null) : past;
  return { spans: [...spans, ...now], leavesOut: open.leavesOut || isLeftOut };
}

function reachOf({ open, openReach: { truncated, fetchedAt }, calendar }: FlowInput): Wip['reach'] {
  if (open === null) return null;
  return { truncated, fetched: fetchedAt === null ? null : dayText(calendar.dayOf(fetchedAt)) };
}

function toldBy(spans: readonly WorkSpan[]): Wip['toldBy'] {
  const isTold = spans.some(({ byTicket }) => byTicket);
  if (!isTold) return 'branches';
  return spans.every(({ byTicket }) => byTicket) ? 'tickets' : 'both';
}

function overlaps(from: number, to: number | null, weeks: readonly { readonly day: number }[]): boolean {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first !== undefined && last !== undefined && from < last.day + 7 && (to === null || to > first.day);
}

function coverage(known: number, of: number): Withheld | null {
  return of > 0 && known / of < LEAST_COVERAGE ? { code: 'coverage', known, of } : null;
}
