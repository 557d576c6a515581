import type { BatchFirst, BatchFirstVerdict } from '../../../model/flow/batchFirst.ts';
import type { BehaviourSeries } from '../../../model/flow/processBehaviour.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Metric } from '../metric.ts';
import { countable, mayDivide } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { median } from '../statistics/median.ts';
import { middleOf, nearestRank } from '../statistics/percentile.ts';
import { processBehaviour } from '../statistics/processBehaviour.ts';
import { spearman } from '../statistics/spearman.ts';
import { dayFromText } from '../time/calendar.ts';
import { isFinishedWork, isTimed, secondsOf, type TimedItem } from '../items/timedWork.ts';
import { timedWork } from './cycleTime.ts';

const LEAST_POINTS = 6;
const LEAST_PAIRS = 20;

/**
 * METRICS Q2: the first upward signal of the weekly middle size, by start, against that of the weekly middle cycle time,
 * by finish; then cycle time again, each item less the middle of its third by size.
 */
export const batchFirstMetric: Metric<BatchFirst> = (input, ask) => {
  const work = timedWork(input, ask);
  const { measure, sizes } = sizesOf(input);
  const both = input.finished
    .filter(isFinishedWork)
    .filter(isTimed)
    .filter(({ id }) => sizes.has(id));
  const cell = ask(both);
  const begun = series(input, both, ask, item => (isTimed(item) ? item.start : item.end));
  const ended = series(input, both, ask);
  return gate => {
    const n = both.filter(item => !gate.isAutomated(item)).length;
    const size = behaviourSeries(
      countable(begun(gate), input),
      items => middleOf(items.map(({ id }) => sizes.get(id) ?? 0)),
      input,
      gate,
    );
    const bins = countable(ended(gate), input);
    const time = behaviourSeries(bins, items => middleOf(items.filter(isTimed).map(secondsOf)), input, gate);
    const passes = gate.passes(cell) && mayDivide(input);
    const withheld = gate.solo
      ? ({ code: 'solo' } as const)
      : (work(gate).withheld ?? (input.sizes === null ? NOT_READ : passes ? tooFew(size, time) : PEOPLE));
    if (withheld !== null) return { withheld, verdict: null, n: 0, measure, ...NOTHING };
    const [sizeRose, timeRose] = [roseIn(size), roseIn(time)];
    return {
      withheld,
      verdict: verdictOf(sizeRose, timeRose, 7 * Math.max(size.weeksPerBin, time.weeksPerBin)),
      n,
      measure,
      size,
      time,
      sizeRose,
      timeRose,
      risesInsideSizes:
        timeRose === null
          ? null
          : risesInside(
              bins.bins.map(({ items }) => items),
              sizes,
            ),
      correlation: correlationOf(
        both.filter(item => !gate.isAutomated(item)),
        sizes,
      ),
    };
  };
};

const NOT_READ: Withheld = { code: 'notRead' };
const PEOPLE: Withheld = { code: 'people' };
const NOTHING = { size: null, time: null, sizeRose: null, timeRose: null, risesInsideSizes: null, correlation: null };

/** Lines where they can be counted, else files. */
function sizesOf({ sizes }: FlowInput): { measure: BatchFirst['measure']; sizes: ReadonlyMap<string, number> } {
  const known = [...(sizes ?? [])];
  const lined = known.flatMap(([id, { lines }]): [string, number][] => (lines === null ? [] : [[id, lines]]));
  return lined.length > 0
    ? { measure: 'lines', sizes: new Map(lined) }
    : { measure: 'files', sizes: new Map(known.map(([id, { files }]) => [id, files])) };
}

function tooFew(...both: readonly BehaviourSeries[]): Withheld | null {
  const has = Math.min(...both.map(({ behaviour }) => behaviour.n));
  return has < LEAST_POINTS ? { code: 'tooFew', what: 'points', has, needs: LEAST_POINTS } : null;
}

function roseIn({ points, behaviour }: BehaviourSeries): string | null {
  const signal = behaviour.signals.find(({ direction }) => direction === 'up');
  return signal === undefined ? null : (points[signal.index]?.from ?? null);
}

function verdictOf(size: string | null, time: string | null, binDays: number): BatchFirstVerdict {
  if (size === null || time === null) return size !== null ? 'onlySize' : time !== null ? 'onlyTime' : 'neither';
  const days = dayFromText(time) - dayFromText(size);
  if (Math.abs(days) < binDays) return 'together';
  return days > 0 ? 'preceded' : 'followed';
}

/** Whether cycle times less the middle one of each item's third by size have an upward signal too; null without limits. */
function risesInside(
  bins: readonly (readonly WorkItem[] | null)[],
  sizes: ReadonlyMap<string, number>,
): boolean | null {
  const items = bins.flatMap(bin => bin ?? []).filter(isTimed);
  const ordered = items.map(({ id }) => sizes.get(id) ?? 0).sort((a, b) => a - b);
  const [first, second] = [nearestRank(ordered, 33) ?? 0, nearestRank(ordered, 67) ?? 0];
  const thirdOf = ({ id }: TimedItem): number => {
    const size = sizes.get(id) ?? 0;
    return size <= first ? 0 : size <= second ? 1 : 2;
  };
  const middles = [0, 1, 2].map(third => median(items.filter(item => thirdOf(item) === third).map(secondsOf)) ?? 0);
  const values = bins.map(bin =>
    bin === null ? null : middleOf(bin.filter(isTimed).map(item => secondsOf(item) - (middles[thirdOf(item)] ?? 0))),
  );
  const { segments, signals } = processBehaviour(values, { nonNegative: false });
  return segments.at(-1)?.upper == null ? null : signals.some(({ direction }) => direction === 'up');
}

function correlationOf(items: readonly TimedItem[], sizes: ReadonlyMap<string, number>): BatchFirst['correlation'] {
  if (items.length < LEAST_PAIRS) return null;
  return spearman(
    items.map(({ id }) => sizes.get(id) ?? 0),
    items.map(secondsOf),
  );
}
