import type { Wip } from '../../../model/flow/wip.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { isFinishedWork, isTimed } from './cycleTime.ts';
import { littleCheck } from './littleLaw.ts';
import { openWork } from './openWork.ts';
import { wipSeries, type WorkSpan } from './wipSeries.ts';

const LEAST_COVERAGE = 0.6;
const PEOPLE: Withheld = { code: 'people' };

/**
 * Work in progress: open items now, and begun and not yet landed items at the end of each past day. The past is told by
 * items with a known start, so it needs 60 % of them.
 */
export const wipMetric: Metric<Wip> = (input, ask) => {
  const open = openWork(input, ask);
  const { dayOf } = input.calendar;
  const isAsked = (type: string): boolean => input.type === null || type === input.type;
  const landed = input.items.filter(item => isAsked(item.type) && isFinishedWork(item)).filter(isTimed);
  const spans: WorkSpan[] = [
    ...landed.map(item => ({ id: item.id, from: dayOf(item.start), to: dayOf(item.end), item })),
    ...open.timed.map(({ id, start }) => ({ id, from: dayOf(start), to: null, item: null })),
  ];
  const inWindow = input.finished.filter(isFinishedWork);
  const all = ask(spans.filter(({ from, to }) => overlaps(from, to, input.weeks)));
  const divided = wipSeries(spans, input, ask);
  return gate => {
    const now = open.judged(gate);
    const finished = inWindow.filter(item => !gate.isAutomated(item));
    const known = finished.filter(isTimed).length;
    const historyWithheld =
      (input.open === null ? ({ code: 'notRead' } as const) : null) ??
      coverage(known, finished.length) ??
      (gate.passes(all) ? null : PEOPLE) ??
      (mayDivide(input) ? null : PEOPLE);
    const human = spans.filter(({ item }) => item === null || !gate.isAutomated(item));
    const history = historyWithheld === null ? divided(human, gate) : null;
    const [first, last] = [input.weeks[0], input.weeks.at(-1)];
    // The mean of the whole window would give that of a hidden bin away.
    const isWhole = history?.series.points.every(({ hidden }) => !hidden) ?? false;
    return {
      withheld: now.withheld !== null && historyWithheld !== null ? now.withheld : null,
      now: now.withheld === null ? now.timed.length : null,
      unknownStart: now.unknownStart,
      stale: now.stale,
      historyWithheld,
      finished: finished.length,
      known,
      series: history?.series ?? null,
      averages: history?.averages ?? [],
      little:
        !isWhole || first === undefined || last === undefined || history === null || history.knownFrom > first.day
          ? null
          : littleCheck(human, first.day, last.day + 7),
    };
  };
};

function overlaps(from: number, to: number | null, weeks: readonly { readonly day: number }[]): boolean {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first !== undefined && last !== undefined && from < last.day + 7 && (to === null || to > first.day);
}

function coverage(known: number, of: number): Withheld | null {
  return of > 0 && known / of < LEAST_COVERAGE ? { code: 'coverage', known, of } : null;
}
