import type { BatchSize, SizeLine } from '../../../model/flow/batchSize.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { ItemSize, WorkItem } from '../../../model/work.ts';
import type { Cell, FlowInput, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { leastValuesFor, middleOf, nearestRank } from '../statistics/percentile.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { sizeAgainstTime } from './sizeAgainstTime.ts';

const PERCENTS = [50, 85] as const;
const LEAST_ITEMS = 19;

/** An item whose files (or lines) are counted. */
export interface SizedItem {
  readonly item: WorkItem;
  readonly size: number;
  readonly files: number;
}

/** Files, lines and commits of the window's finished items, by nearest rank; the middle size over time; size against time. */
export const batchSizeMetric: Metric<BatchSize> = (input, ask) => {
  const finished = input.finished.filter(isFinishedWork);
  const sized = finished.flatMap(item => sizedItem(item, input.sizes?.get(item.id)));
  const lined = sized.filter(({ lines }) => lines !== null);
  const measure = lined.length > 0 ? 'lines' : 'files';
  const measured = (lined.length > 0 ? lined : sized).map(({ item, files, lines }): SizedItem => ({
    item,
    files,
    size: lines ?? files,
  }));
  const sizes = new Map(measured.map(({ item, size }) => [item.id, size]));
  const merged = sized.filter(({ item }) => item.rule === 'merge');
  const [cell, linedCell, mergedCell] = [sized, lined, merged].map(some => ask(some.map(({ item }) => item)));
  const divided = series(
    input,
    measured.map(({ item }) => item),
    ask,
  );
  const against = sizeAgainstTime(measured, measure, input, ask);
  return gate => {
    const isHuman = ({ item }: { readonly item: WorkItem }): boolean => !gate.isAutomated(item);
    const known = sized.filter(isHuman);
    const withheld = withheldOf(input, finished.filter(item => !gate.isAutomated(item)).length, known.length);
    const hidden = withheld ?? (gate.passes(cell ?? -1) ? null : ({ code: 'people' } as const));
    const shown = hidden === null ? known : [];
    const passes = (part: Cell | undefined): boolean => hidden !== null || gate.passes(part ?? -1);
    return {
      withheld: hidden,
      linesWithheld: hidden === null && measure === 'files' ? { code: 'partialClone' } : null,
      files: lineOf(shown.map(({ files }) => files)),
      lines: passes(linedCell) ? lineOf(shown.flatMap(({ lines }) => (lines === null ? [] : [lines]))) : null,
      commits: passes(mergedCell)
        ? lineOf(shown.filter(one => merged.includes(one)).map(({ item }) => item.commits))
        : null,
      measure,
      series:
        hidden === null && mayDivide(input)
          ? behaviourSeries(divided(gate), items => middleSize(items, sizes), input, gate)
          : null,
      againstTime: against(gate, hidden),
    };
  };
};

function sizedItem(item: WorkItem, size: ItemSize | undefined): (ItemSize & { readonly item: WorkItem })[] {
  return size === undefined ? [] : [{ item, ...size }];
}

function withheldOf({ sizes }: FlowInput, finished: number, known: number): Withheld | null {
  if (sizes === null) return { code: 'notRead' };
  if (finished === 0) return { code: 'nothing', what: 'landedItems' };
  return known < LEAST_ITEMS ? { code: 'tooFew', what: 'landedItems', has: known, needs: LEAST_ITEMS } : null;
}

function lineOf(values: readonly number[]): SizeLine {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    items: values.length,
    percentiles: PERCENTS.map(percent => {
      const needs = Math.max(LEAST_ITEMS, leastValuesFor(percent));
      return { percent, value: sorted.length < needs ? null : nearestRank(sorted, percent), needs };
    }),
  };
}

function middleSize(items: readonly WorkItem[], sizes: ReadonlyMap<string, number>): number | null {
  return middleOf(items.flatMap(({ id }) => sizes.get(id) ?? []));
}
