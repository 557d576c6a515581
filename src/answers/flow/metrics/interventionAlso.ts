import type { AlsoSeen } from '../../../model/flow/interventions.ts';
import type { WorkItem } from '../../../model/work.ts';
import type { Ask, Cell, FlowInput, Gate } from '../metric.ts';
import { fisherExact } from '../statistics/fisher.ts';
import { holm } from '../statistics/holm.ts';
import { median } from '../statistics/median.ts';
import { mannWhitney } from '../statistics/twoGroups.ts';
import { mondayOf } from '../time/calendar.ts';
import { isFinishedWork } from '../items/timedWork.ts';
import { BACK_DAYS, LEAST_ITEMS, type Begun } from './interventionCohorts.ts';
import { wipByDay } from './littleLaw.ts';
import { maturedOf, wasReverted } from './reverts.ts';

const LEAST_WEEKS = 6;
/** METRICS M16. */
const LEAST_LANDED = 50;

interface Sides {
  readonly before: readonly WorkItem[];
  readonly after: readonly WorkItem[];
}

/**
 * Throughput, batch size and revert rate of what landed in the half year before a day (of the team's calendar) and since, and
 * work in progress on its Mondays, where there is enough of it; p-values are adjusted for how many are looked at. Both sides
 * of each are asked about.
 */
export function alsoSeen(
  input: FlowInput,
  begun: readonly Begun[],
  { day, knownFrom }: { readonly day: number; readonly knownFrom: number },
  ask: Ask,
): (gate: Gate) => AlsoSeen[] {
  const { calendar, items, type } = input;
  const first = Math.max(knownFrom, day - BACK_DAYS);
  const landedIn = (from: number, to: number): WorkItem[] =>
    items.filter(item => {
      const landed = calendar.dayOf(item.end);
      return landed >= from && landed < to && (type === null || item.type === type);
    });
  const weeks = {
    from: nextMonday(first),
    before: mondayOf(day),
    after: nextMonday(day),
    to: mondayOf(calendar.dayOf(input.now)),
  };
  const counted: Sides = {
    before: landedIn(weeks.from, weeks.before).filter(isFinishedWork),
    after: landedIn(weeks.after, weeks.to).filter(isFinishedWork),
  };
  const landed: Sides = { before: landedIn(first, day), after: landedIn(day, Infinity) };
  const sized = mapSides(landed, side =>
    side.filter(item => isFinishedWork(item) && input.sizes?.has(item.id) === true),
  );
  const matured = mapSides(landed, side => maturedOf(side, input.now));
  const wip = wipSeen(begun, { ...weeks, today: calendar.dayOf(input.now) }, ask);
  const asked = [counted, sized, matured].map(sides => ({
    sides,
    cells: [ask(sides.before), ask(sides.after)] as const,
  }));
  return gate => {
    const [counts, sizes, reverts] = asked.map(({ sides, cells }) => shownSides(sides, cells, gate));
    const seen = [
      counts == null ? null : throughputOf(counts, weeks, input),
      sizes == null ? null : sizeOf(sizes, input),
      reverts == null ? null : revertsOf(reverts, input),
      wip(gate),
    ].filter(one => one !== null);
    const adjusted = holm(seen.map(({ p }) => p));
    return seen.map((one, at) => ({ ...one, p: adjusted[at] ?? 1 }));
  };
}

function mapSides({ before, after }: Sides, change: (side: readonly WorkItem[]) => WorkItem[]): Sides {
  return { before: change(before), after: change(after) };
}

function shownSides({ before, after }: Sides, cells: readonly Cell[], gate: Gate): Sides | null {
  if (!cells.every(cell => gate.passes(cell))) return null;
  return mapSides({ before, after }, side => side.filter(item => !gate.isAutomated(item)));
}

function throughputOf(
  { before, after }: Sides,
  weeks: { readonly from: number; readonly before: number; readonly after: number; readonly to: number },
  { calendar }: FlowInput,
): AlsoSeen | null {
  const perWeek = (side: readonly WorkItem[], from: number, to: number): number[] => {
    const counts = Array.from({ length: Math.max(0, (to - from) / 7) }, () => 0);
    for (const { end } of side) {
      const week = Math.floor((calendar.dayOf(end) - from) / 7);
      counts[week] = (counts[week] ?? 0) + 1;
    }
    return counts;
  };
  const [old, recent] = [perWeek(before, weeks.from, weeks.before), perWeek(after, weeks.after, weeks.to)];
  return old.length < LEAST_WEEKS || recent.length < LEAST_WEEKS
    ? null
    : compared('throughput', 'perWeek', old, recent);
}

/** Items in progress at the end of each Monday. Whoever had work in progress on one side is behind it. */
function wipSeen(
  begun: readonly Begun[],
  days: { readonly from: number; readonly before: number; readonly after: number; readonly today: number },
  ask: Ask,
): (gate: Gate) => AlsoSeen | null {
  const spans = begun.map(({ day: from, endDay: to, id, automated }) => ({ from, to, id, automated }));
  // A date that is a Monday is the first Monday since.
  const sides = (
    [
      [days.from, days.after],
      [days.after, days.today],
    ] as const
  ).map(([from, to]) => {
    const inProgress = spans.filter(span => span.from < to && (span.to === null || span.to > from));
    return { from, to, inProgress, cell: ask(inProgress) };
  });
  return gate => {
    if (!sides.every(({ cell }) => gate.passes(cell))) return null;
    const [old, recent] = sides.map(({ from, to, inProgress }) =>
      wipByDay(
        inProgress.filter(one => !gate.isAutomated(one)),
        from,
        to,
      ).filter((_, at) => at % 7 === 0),
    );
    if (old === undefined || recent === undefined || Math.min(old.length, recent.length) < LEAST_WEEKS) return null;
    return compared('wip', 'items', old, recent);
  };
}

function sizeOf({ before, after }: Sides, { sizes }: FlowInput): AlsoSeen | null {
  const linesOf = ({ id }: WorkItem): number | null => sizes?.get(id)?.lines ?? null;
  const hasLines = [...before, ...after].some(item => linesOf(item) !== null);
  const [old, recent] = [before, after].map(side =>
    side.flatMap(item => (hasLines ? linesOf(item) : sizes?.get(item.id)?.files) ?? []),
  );
  if (old === undefined || recent === undefined || Math.min(old.length, recent.length) < LEAST_ITEMS) return null;
  return compared('batchSize', hasLines ? 'lines' : 'files', old, recent);
}

function compared(
  id: AlsoSeen['id'],
  unit: AlsoSeen['unit'],
  old: readonly number[],
  recent: readonly number[],
): AlsoSeen | null {
  const [before, after, test] = [median(old), median(recent), mannWhitney(old, recent)];
  if (before === null || after === null || test === null) return null;
  return { id, unit, before, after, n: [old.length, recent.length], p: test.p };
}

function revertsOf({ before, after }: Sides, input: FlowInput): AlsoSeen | null {
  if (Math.min(before.length, after.length) < LEAST_LANDED) return null;
  const [old, recent] = [before, after].map(side => side.filter(item => wasReverted(item, input)).length);
  const [reverted, since] = [old ?? 0, recent ?? 0];
  return {
    id: 'reverts',
    unit: 'share',
    before: reverted / before.length,
    after: since / after.length,
    n: [before.length, after.length],
    p: fisherExact([
      [reverted, before.length - reverted],
      [since, after.length - since],
    ]).twoSided,
  };
}

/** The first Monday at or after a day. */
function nextMonday(day: number): number {
  return mondayOf(day + 6);
}
