import type { FlowEfficiency } from '../../../model/flow/flowEfficiency.ts';
import type { Withheld } from '../../../model/flow/withheld.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { nearestRank } from '../statistics/percentile.ts';
import { paths, type Path } from '../tickets/segments.ts';
import { calendarDays } from '../time/calendar.ts';
import { sumOf } from './stageTimes.ts';

const LEAST_ITEMS = 10;
/** Calendar days. Shorter branches have commits on nearly each of their days by construction. */
const LONG_DAYS = 3;
const FIFTHS = [0, 1, 2, 3, 4] as const;

/** What of one item's time was work, and all of it, in one unit. */
interface Activity {
  readonly item: WorkItem;
  readonly active: number;
  readonly elapsed: number;
}

/**
 * Active time / elapsed time, as a ratio of sums (Flow Framework: flow efficiency), from tickets. Without them the
 * commit-activity ratio stands in: distinct days with a commit of the item / its inclusive calendar days.
 */
export const flowEfficiencyMetric: Metric<FlowEfficiency> = (input, ask) => {
  const asked = paths(input, ask, false);
  const activities = (of: readonly Path[]): Activity[] =>
    asked.source === 'tickets'
      ? of.map(ticketActivity)
      : of.map(path => commitActivity(path, input)).filter(({ elapsed }) => elapsed >= LONG_DAYS);
  const candidates = activities(asked.candidates);
  const cell = ask(candidates.map(({ item }) => item));
  const cells = FIFTHS.map(fifth => ask(candidates.filter(one => fifthOf(one) === fifth).map(({ item }) => item)));
  return gate => {
    const known = asked.judged(gate);
    const items = activities(known.paths);
    const withheld = known.withheld ?? tooFew(items.length, asked.source) ?? (gate.passes(cell) ? null : PEOPLE);
    const shown = withheld === null ? items : [];
    const [active, elapsed] = [sumOf(shown.map(one => one.active)), sumOf(shown.map(one => one.elapsed))];
    return {
      withheld,
      source: asked.source,
      items: items.length,
      active,
      elapsed,
      ratio: elapsed === 0 ? null : active / elapsed,
      p50: nearestRank(
        shown.map(ratioOf).sort((a, b) => a - b),
        50,
      ),
      bins: withheld === null && mayDivide(input) ? binsOf(shown, cells, gate) : [],
    };
  };
};

const PEOPLE: Withheld = { code: 'people' };

/** Distinct days with a commit of the item, and its days from the first to the landing, both counted. */
function commitActivity({ item, start, end }: Path, { calendar }: FlowInput): Activity {
  const days = new Set(item.written.map(at => calendar.dayOf(Math.min(at, end))));
  return { item, active: days.size, elapsed: calendarDays(calendar, start, end) };
}

function ticketActivity({ item, start, end, stages }: Path): Activity {
  const active = stages.filter(({ stage }) => stage.place === 'active' || stage.place === 'coding');
  return { item, active: sumOf(active.map(({ seconds }) => seconds)), elapsed: end - start };
}

function tooFew(has: number, source: FlowEfficiency['source']): Withheld | null {
  const what = source === 'tickets' ? 'ticketItems' : 'longItems';
  return has < LEAST_ITEMS ? { code: 'tooFew', what, has, needs: LEAST_ITEMS } : null;
}

function ratioOf({ active, elapsed }: Activity): number {
  return active / elapsed;
}

function fifthOf(one: Activity): number {
  return Math.min(4, Math.floor((one.active * 5) / one.elapsed));
}

function binsOf(items: readonly Activity[], cells: readonly number[], gate: Gate): FlowEfficiency['bins'] {
  const counts = FIFTHS.map(fifth => items.filter(one => fifthOf(one) === fifth).length);
  const hidden = hiddenCells(counts.map((count, fifth) => ({ count, passes: gate.passes(cells[fifth] ?? -1) })));
  return FIFTHS.map(fifth => ({
    from: fifth / 5,
    to: (fifth + 1) / 5,
    count: hidden[fifth] === true ? null : (counts[fifth] ?? 0),
  }));
}
