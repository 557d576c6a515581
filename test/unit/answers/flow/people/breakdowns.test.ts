import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFinishedWork, isTimed } from '../../../../../src/answers/flow/items/timedWork.ts';
import { calendarDays, calendarIn, dayText } from '../../../../../src/answers/flow/time/calendar.ts';
import type { SeriesPoint } from '../../../../../src/model/flow/processBehaviour.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import type { Shown } from '../madeTeam.ts';
import { BREAKDOWNS } from './breakdowns.ts';
import { anyTeam, MadeAnswers } from './madeAnswers.ts';

const UTC = calendarIn('UTC');
/** An answer takes a tenth of a second, so a failure is told as it is found. */
const RUNS = { numRuns: 25, endOnFailure: true };
const USES = [
  ['view', 3],
  ['export', 5],
] as const;

/** A number that is shown, and whose work it is about. */
interface Told {
  readonly what: string;
  readonly about: readonly WorkItem[];
}

function isIn({ from, to }: Pick<SeriesPoint, 'from' | 'to'>): (item: WorkItem) => boolean {
  return ({ end }) => dayText(UTC.dayOf(end)) >= from && dayText(UTC.dayOf(end)) < to;
}

/** Every number of a part that is shown and not 0, with the items of the part, found without the product's cells. */
function toldBy({ own, group, window }: Shown, items: readonly WorkItem[]): Told[] {
  const inside = items.filter(isIn(window));
  const work = inside.filter(isFinishedWork);
  const timed = work.filter(isTimed);
  const told: Told[] = [];
  const say = (what: string, count: number | null | undefined, about: readonly WorkItem[]): void => {
    if (count != null && count > 0) told.push({ what, about });
  };
  for (const { percent, seconds } of own.cycleTime.percentiles) say(`cycle time ${percent} %`, seconds, timed);
  for (const { fromDays, toDays, count } of own.cycleTime.bins)
    say(
      `cycle time from ${fromDays} days`,
      count,
      timed.filter(item => {
        const days = calendarDays(UTC, item.start, item.end);
        return days >= fromDays && days <= (toDays ?? Infinity);
      }),
    );
  for (const point of own.throughput.series.points) say(`week ${point.from}`, point.value, work.filter(isIn(point)));
  for (const point of group?.cycleTimeTrend.series.points ?? [])
    say(`trend ${point.from}`, point.value ?? point.n, timed.filter(isIn(point)));
  for (const point of group?.linkedWork.overTime?.points ?? [])
    say(`linked ${point.from}`, point.value ?? point.n, work.filter(isIn(point)));
  const rowTypes = own.distribution.parts.map(({ type }) => type);
  for (const { type, items: count } of own.distribution.parts)
    say(
      `type ${type}`,
      count,
      work.filter(item => item.type === type || (type === 'other' && !rowTypes.includes(item.type))),
    );
  for (const { type, reverted } of group?.reverts.types ?? [])
    say(
      `reverts of ${type}`,
      reverted?.of,
      inside.filter(item => item.type === type),
    );
  for (const { type, failures } of group?.clusters.types ?? [])
    say(
      `failures of ${type}`,
      failures?.of,
      inside.filter(item => item.type === type),
    );
  const { outcome, noOutcome, stopped } = group?.linkedWork.counts ?? {};
  say(
    'for an outcome',
    outcome,
    work.filter(({ epic }) => epic === 'EPIC-1'),
  );
  say(
    'for an epic without one',
    noOutcome,
    work.filter(({ epic }) => epic === 'EPIC-2'),
  );
  say(
    'for a stopped epic',
    stopped,
    work.filter(({ epic }) => epic === 'EPIC-3'),
  );
  return told;
}

describe('a breakdown of any team’s work', () => {
  for (const [use, floor] of USES)
    it(`shows no number about fewer than ${floor} people, or about one with four fifths of it: ${use}`, () => {
      let seen = 0;
      fc.assert(
        fc.property(anyTeam, changes => {
          const made = new MadeAnswers(changes);
          const shown = made.shown({ use });
          if (shown === null) return;
          for (const { what, about } of toldBy(shown, made.source.work.items)) {
            seen++;
            assert.ok(made.areEnough(about, floor), what);
          }
        }),
        RUNS,
      );
      assert.ok(seen > 100, 'nothing was tested');
    });

  for (const [use] of USES)
    it(`never gives a hidden number away by its total and what is shown: ${use}`, () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyTeam, changes => {
          const made = new MadeAnswers(changes);
          const shown = made.shown({ use });
          if (shown === null) return;
          const whole = made.truth({ use });
          for (const { name, counts, truth, before } of BREAKDOWNS) {
            const [told, real] = [counts(shown), truth(shown, whole)];
            if (real === null) continue;
            const hidden = real.filter((_, at) => told[at] === null);
            told.forEach((count, at) =>
              assert.ok(count === null || count === real[at], `${name} is not true: ${count} of ${real[at]}`),
            );
            if (hidden.length === 0 || hidden.length === told.length) continue;
            seen.add(name);
            const outside = before?.(shown, whole) ?? 0;
            if (outside > 0) hidden.push(outside);
            // Whoever knows the total knows the sum of the hidden parts, and that each holds something.
            assert.ok(hidden.length > 1, `${name}: one hidden part follows from the rest`);
            assert.ok(
              hidden.reduce((sum, count) => sum + count, 0) > hidden.length,
              `${name}: each hidden part holds 1`,
            );
          }
        }),
        RUNS,
      );
      assert.ok(seen.size >= 8, `hidden parts only in ${[...seen].join('; ')}`);
    });
});
