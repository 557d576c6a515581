import type { BatchSize, SizeAgainstTime } from '../../../model/flow/batchSize.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { spearman } from '../statistics/spearman.ts';
import { dayText } from '../time/calendar.ts';
import type { SizedItem } from './batchSize.ts';
import { isTimed, secondsOf, type TimedItem } from '../items/timedWork.ts';

const LEAST_PAIRS = 20;
/** First size of each bin; the last is open. */
const BIN_STARTS = { lines: [0, 10, 50, 100, 200, 400, 1000], files: [0, 2, 4, 8, 16, 32, 64] } as const;

interface Pair extends SizedItem {
  readonly item: TimedItem;
}

/** Size against cycle time of the items that have both: Spearman's rank correlation, and the items by size. */
export function sizeAgainstTime(
  sized: readonly SizedItem[],
  measure: BatchSize['measure'],
  input: FlowInput,
  ask: Ask,
): (gate: Gate, withheld: Withheld | null) => SizeAgainstTime {
  const starts = BIN_STARTS[measure];
  const binOf = ({ size }: Pair): number => starts.findLastIndex(from => size >= from);
  const candidates = sized.flatMap((one): Pair[] => (isTimed(one.item) ? [{ ...one, item: one.item }] : []));
  const cell = ask(candidates.map(({ item }) => item));
  const cells = starts.map((_, bin) => ask(candidates.filter(pair => binOf(pair) === bin).map(({ item }) => item)));
  return (gate, withheld) => {
    const pairs = candidates.filter(({ item }) => !gate.isAutomated(item)).sort(bySize);
    const hidden = withheld ?? tooFew(pairs.length) ?? (gate.passes(cell) ? null : ({ code: 'people' } as const));
    const shown = hidden === null ? pairs : [];
    const counts = starts.map((_, bin) => shown.filter(pair => binOf(pair) === bin).length);
    const concealed = hiddenCells(counts.map((count, bin) => ({ count, passes: gate.passes(cells[bin] ?? -1) })));
    return {
      withheld: hidden,
      pairs: pairs.length,
      correlation: spearman(
        shown.map(({ size }) => size),
        shown.map(({ item }) => secondsOf(item)),
      ),
      points: input.use === 'view' ? shown.map(pair => pointOf(pair, input, gate)) : [],
      bins:
        hidden === null && mayDivide(input)
          ? starts.map((from, bin) => ({
              from,
              to: starts[bin + 1] === undefined ? null : (starts[bin + 1] ?? 0) - 1,
              count: concealed[bin] === true ? null : (counts[bin] ?? 0),
            }))
          : [],
    };
  };
}

function bySize(a: Pair, b: Pair): number {
  return a.size - b.size || secondsOf(a.item) - secondsOf(b.item) || (a.item.id < b.item.id ? -1 : 1);
}

function tooFew(has: number): Withheld | null {
  return has < LEAST_PAIRS ? { code: 'tooFew', what: 'pairs', has, needs: LEAST_PAIRS } : null;
}

function pointOf({ item, size, files }: Pair, { calendar }: FlowInput, gate: Gate): SizeAgainstTime['points'][number] {
  const finished = dayText(calendar.dayOf(item.end));
  return { id: item.id, label: gate.labelOf(item), type: item.type, size, seconds: secondsOf(item), files, finished };
}
