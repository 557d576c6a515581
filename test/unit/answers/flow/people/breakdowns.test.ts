import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFinishedWork, isTimed, type TimedItem } from '../../../../../src/answers/flow/items/timedWork.ts';
import { calendarDays, calendarIn, dayText } from '../../../../../src/answers/flow/time/calendar.ts';
import type { SeriesPoint } from '../../../../../src/model/flow/processBehaviour.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import type { Shown } from '../madeTeam.ts';
import { BREAKDOWNS } from './breakdowns.ts';
import { anyTeam, busyTeam, MadeAnswers } from './madeAnswers.ts';

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

/** A division: the work whose number stands somewhere, and its parts with what is shown of them. */
interface Division {
  readonly name: string;
  readonly total: readonly WorkItem[];
  readonly parts: readonly {
    readonly what: string;
    readonly count: number | null;
    readonly about: readonly WorkItem[];
  }[];
}

function isIn({ from, to }: Pick<SeriesPoint, 'from' | 'to'>): (item: WorkItem) => boolean {
  return ({ end }) => dayText(UTC.dayOf(end)) >= from && dayText(UTC.dayOf(end)) < to;
}

/** Divisions whose total is shown, maybe in another figure, with the items of each part, found without the product's cells. */
function divisionsOf({ own, group, window }: Shown, items: readonly WorkItem[]): Division[] {
  const inside = items.filter(isIn(window));
  const work = inside.filter(isFinishedWork);
  const timed = work.filter(isTimed);
  const overTime = (name: string, total: readonly WorkItem[], points: readonly SeriesPoint[] = []): Division => ({
    ...{ name, total },
    parts: points.map(point => ({
      what: point.from,
      count: point.hidden ? null : (point.value ?? point.n ?? 0),
      about: total.filter(isIn(point)),
    })),
  });
  const rowTypes = own.distribution.parts.map(({ type }) => type);
  const isOfRow = (type: WorkItem['type']) => (item: WorkItem) =>
    item.type === type || (type === 'other' && !rowTypes.includes(item.type));
  const { outcome, noOutcome, stopped } = group?.linkedWork.counts ?? {};
  const links = [outcome, noOutcome, stopped].map((count, at) => ({ count: count ?? null, epic: `EPIC-${at + 1}` }));
  const known = new Set(links.map(({ epic }) => epic));
  const isOfEpic = (epic: string) => (item: WorkItem) => item.epic === epic;
  return [
    {
      ...{ name: 'cycle time', total: timed },
      parts: own.cycleTime.bins.map(({ fromDays, toDays, count }) => {
        const isOfBin = (item: TimedItem): boolean => {
          const days = calendarDays(UTC, item.start, item.end);
          return days >= fromDays && days <= (toDays ?? Infinity);
        };
        return { what: `from ${fromDays} days`, count, about: timed.filter(isOfBin) };
      }),
    },
    overTime('throughput', work, own.throughput.series.points),
    overTime('cycle time trend', timed, group?.cycleTimeTrend.series.points),
    overTime('linked work', work, group?.linkedWork.overTime?.points),
    {
      ...{ name: 'work types', total: work },
      parts: own.distribution.parts.map(({ type, items: count }) => ({
        ...{ what: type, count },
        about: work.filter(isOfRow(type)),
      })),
    },
    ...own.distribution.parts.flatMap(({ type, items: count }, column): Division[] => {
      const total = work.filter(isOfRow(type));
      const parts = own.distribution.periods.map(period => ({
        ...{ what: `${type}, ${period.from}`, count: period.items[column] ?? null },
        about: total.filter(isIn(period)),
      }));
      return count === null ? [] : [{ name: `${type} over time`, total, parts }];
    }),
    {
      ...{ name: 'what work was for', total: group === null ? [] : work },
      parts: [
        ...links.map(({ count, epic }) => ({ what: epic, count, about: work.filter(isOfEpic(epic)) })),
        {
          ...{ what: 'no epic', count: group?.linkedWork.counts.noEpic ?? null },
          about: work.filter(({ epic }) => epic === null || !known.has(epic)),
        },
      ],
    },
  ];
}

/** Every number of a part that is shown and not 0, with the items of the part. */
function toldBy(shown: Shown, items: readonly WorkItem[]): Told[] {
  const { own, group, window } = shown;
  const inside = items.filter(isIn(window));
  const timed = inside.filter(isFinishedWork).filter(isTimed);
  const told = divisionsOf(shown, items).flatMap(({ name, parts }): Told[] =>
    parts.flatMap(({ what, count, about }) => ((count ?? 0) > 0 ? [{ what: `${name}: ${what}`, about }] : [])),
  );
  const say = (what: string, count: number | null | undefined, about: readonly WorkItem[]): void => {
    if (count != null && count > 0) told.push({ what, about });
  };
  for (const { percent, seconds } of own.cycleTime.percentiles) say(`cycle time ${percent} %`, seconds, timed);
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

  for (const [use, floor] of USES)
    it(`never tells what fewer than ${floor} people did as a total less its shown parts: ${use}`, () => {
      let seen = 0;
      fc.assert(
        fc.property(anyTeam, changes => {
          const made = new MadeAnswers(changes);
          const shown = made.shown({ use });
          if (shown === null) return;
          for (const { name, total, parts } of divisionsOf(shown, made.source.work.items)) {
            const told = new Set(parts.filter(({ count }) => count !== null).flatMap(({ about }) => about));
            const human = total.filter(item => !made.isBots(item));
            const rest = human.filter(item => !told.has(item));
            // With nothing shown, what is left is the total, which is asked about by itself.
            if (rest.length === 0 || rest.length === human.length) continue;
            seen++;
            assert.ok(made.areSeveral(rest, floor), name);
          }
        }),
        RUNS,
      );
      assert.ok(seen > 10, 'nothing was tested');
    });

  for (const [use, floor] of USES)
    it(`never tells a hidden week as four weeks of all types, or of one, less the other weeks: ${use}`, () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(busyTeam, changes => {
          const made = new MadeAnswers(changes);
          const own = made.shown({ use })?.own;
          if (own === undefined) return;
          const rows = own.distribution.parts.map(({ type }) => type);
          for (const type of [null, ...rows]) {
            const points = (type === null ? own : made.shown({ use, type })?.own)?.throughput.series.points ?? [];
            const hidden = points.filter(point => point.hidden);
            for (const { from, to, items } of own.distribution.periods) {
              const parts = type === null ? items : [items[rows.indexOf(type)] ?? null];
              if (parts.includes(null) || points.every(point => point.hidden)) continue;
              const rest = made.source.work.items.filter(
                item =>
                  isFinishedWork(item) &&
                  !made.isBots(item) &&
                  (type === null || item.type === type) &&
                  hidden.some(point => point.from >= from && point.to <= to && isIn(point)(item)),
              );
              if (hidden.length > 0) seen.add(type ?? 'all');
              assert.ok(rest.length === 0 || made.areSeveral(rest, floor), `${type ?? 'all'}: ${from}`);
            }
          }
        }),
        { ...RUNS, numRuns: 6 },
      );
      assert.ok(seen.has('all'), 'nothing was tested');
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
