import type { FeatureFactory, FeatureFactoryPeriod } from '../../../model/flow/featureFactory.ts';
import type { Share } from '../../../model/flow/share.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import { ratioOf, untestableOf } from '../../learn/learn.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { periodsOf, type Period } from '../people/periods.ts';
import { hiddenCells } from '../people/suppression.ts';
import { shareOf } from '../../statistics/share.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { workLinks } from './workLinks.ts';

/**
 * Feature Factory Ratio: epics without an anticipated outcome, of all epics that were not stopped; of those worked on in
 * the window; and weighted by their finished items there.
 */
export const featureFactory: Metric<FeatureFactory> = (input, ask) => {
  const epics = input.epics.filter(({ stage }) => stage !== 'stopped');
  const finished = input.finished.filter(isFinishedWork);
  const links = workLinks(input, ask);
  const divided = periodsOf(input, finished);
  const periods = divided.periods.map(period => ({ period, cell: ask(period.items) }));
  const leftOver = { items: divided.leftOver, cell: ask(divided.leftOver) };
  const workedOn = (items: readonly WorkItem[]): Share => {
    const keys = new Set(items.map(({ epic }) => epic));
    return ratioOf(epics.filter(({ key }) => keys.has(key)));
  };
  return gate => {
    const { finished: all, counts } = links(gate);
    const worked = workedOn(humanOnly(finished, gate));
    const { outcome, noOutcome, noEpic } = counts;
    const least = worked.share === null ? Infinity : 1;
    const hidden = hiddenPeriods(periods, leftOver, input, gate);
    return {
      withheld: withheldOf(input.epics.length, epics.length),
      epics: ratioOf(epics),
      untestable: untestableOf(epics),
      worked,
      weighted: outcome === null || noOutcome === null ? null : shareOf(noOutcome, outcome + noOutcome, least),
      orphans: noEpic === null ? null : shareOf(noEpic, all),
      periods: epics.length === 0 ? [] : periodsWith(periods, hidden, items => workedOn(humanOnly(items, gate))),
    };
  };
};

function withheldOf(files: number, epics: number): Withheld | null {
  if (files === 0) return { code: 'noEpics' };
  return epics === 0 ? { code: 'nothing', what: 'epics' } : null;
}

interface Asked {
  readonly period: Period<WorkItem>;
  readonly cell: number;
}

interface LeftOver {
  readonly items: readonly WorkItem[];
  readonly cell: number;
}

function hiddenPeriods(periods: readonly Asked[], leftOver: LeftOver, input: FlowInput, gate: Gate): boolean[] {
  const cellOf = ({ items, cell }: LeftOver) => ({
    count: humanOnly(items, gate).length,
    passes: mayDivide(input) && gate.passes(cell),
  });
  const shown = periods.map(({ period, cell }) => cellOf({ items: period.items, cell }));
  return hiddenCells([...shown, { ...cellOf(leftOver), isLeftOver: true }]);
}

function periodsWith(
  periods: readonly Asked[],
  hidden: readonly boolean[],
  epicsOf: (items: readonly WorkItem[]) => Share,
): FeatureFactoryPeriod[] {
  return periods.map(({ period: { from, to, items } }, at) => ({
    from,
    to,
    epics: hidden[at] === true ? null : epicsOf(items),
  }));
}

function humanOnly(items: readonly WorkItem[], gate: Gate): WorkItem[] {
  return items.filter(item => !gate.isAutomated(item));
}
