import type { LinkedWork } from '../../../model/flow/linkedWork.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Metric } from '../metric.ts';
import { series } from '../people/series.ts';
import { behaviourSeries } from '../statistics/behaviourSeries.ts';
import { shareOf } from '../../statistics/share.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { linkOf, workLinks } from './workLinks.ts';

/** Of fewer finished items a percentage says less than "k of n". */
const LEAST_ITEMS = 20;
/** A bin with fewer items jumps between nothing and all. */
const LEAST_ITEMS_OF_BIN = 3;

/** The share of the window's finished items that belong to an epic with an anticipated outcome, and over time. */
export const linkedWork: Metric<LinkedWork> = (input, ask) => {
  const links = workLinks(input, ask);
  const link = linkOf(input);
  const overTime = series(input, input.finished.filter(isFinishedWork), ask);
  const shareLinked = (items: readonly WorkItem[]): number | null =>
    shareOf(items.filter(item => link(item) === 'outcome').length, items.length, LEAST_ITEMS_OF_BIN).share;
  return gate => {
    const { finished, counts } = links(gate);
    const withheld = withheldOf(input.epics.length, finished);
    const share = (count: number | null) => (count === null ? null : shareOf(count, finished, LEAST_ITEMS));
    return {
      withheld,
      finished,
      linked: share(counts.outcome),
      orphans: share(counts.noEpic),
      counts,
      // What is hidden as a whole would follow from its parts.
      overTime:
        withheld === null && counts.outcome !== null ? behaviourSeries(overTime(gate), shareLinked, input, gate) : null,
    };
  };
};

function withheldOf(epics: number, finished: number): Withheld | null {
  if (epics === 0) return { code: 'noEpics' };
  return finished === 0 ? { code: 'nothing', what: 'finishedItems' } : null;
}
