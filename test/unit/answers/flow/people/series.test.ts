import assert from 'node:assert/strict';
import { series } from '../../../../../src/answers/flow/people/series.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, measure, type MadeGate } from '../madeInput.ts';

/** Items a bin; null where hidden. */
const counts = (changes: Partial<FlowInput>, hides: MadeGate['hides'] = () => false) => {
  const input = createInput(changes);
  const { weeksPerBin, bins } = measure((made, ask) => series(made, made.finished, ask), input, { hides });
  return [weeksPerBin, bins.map(({ items }) => items?.length ?? null)] as const;
};
const ofWeek = (week: number, count: number): WorkItem[] =>
  Array.from({ length: count }, (_, n) => createWork(7 * week + (n % 7), 1));
const isOf = (items: readonly WorkItem[]): NonNullable<MadeGate['hides']> => {
  const few = new Set(items.map(({ id }) => id));
  return ids => ids.length > 0 && ids.every(id => few.has(id));
};

describe('series', () => {
  /** 26 weeks of three items each; in bins of four weeks the first two are left over. */
  const weeks = Array.from({ length: 26 }, (_, week) => ofWeek(week, week < 2 ? 2 : 3));
  const items = weeks.flat();
  /** Weeks of few people everywhere, so that only bins of four weeks are left. */
  const uneven = (ids: readonly string[]): boolean => ids.length > 0 && ids.length < 7;

  it('is in bins of four weeks that end with the window, where shorter ones would be gaps', () => {
    assert.deepEqual(
      counts({ items }, ids => uneven(ids) && !isOf(items.slice(0, 4))(ids)),
      [4, [12, 12, 12, 12, 12, 12]],
    );
  });

  it('hides a bin where the weeks before the first are of few people: totals hold them', () => {
    assert.deepEqual(counts({ items }, uneven), [4, [12, 12, 12, 12, 12, null]]);
  });

  it('hides no bin for weeks before the first that hold nothing', () => {
    assert.deepEqual(counts({ items: weeks.slice(2).flat() }, uneven)[1], [12, 12, 12, 12, 12, 12]);
  });

  it('hides another week with two of one person, whose sum would be theirs', () => {
    const own = [...weeks[9]!, ...weeks[19]!];
    const [weeksPerBin, bins] = counts({ items: items.concat(ofWeek(3, 3)) }, isOf(own));
    // Three of 26 hidden weeks are more than one of ten, so two weeks make a bin, and each has somebody else's items.
    assert.deepEqual([weeksPerBin, bins.includes(null)], [2, false]);
  });

  it('leaves out weeks of which a shallow clone knows a part, and takes them for a part that nobody sees', () => {
    const knownSince = weeks[2]![0]!.end;
    const known = items.filter(({ end }) => end >= knownSince);
    assert.deepEqual(counts({ items: known, knownSince })[1].length, 23);
    const hidden = counts({ items: known, knownSince }, isOf(weeks[2]!))[1];
    assert.deepEqual([hidden.length, hidden.filter(count => count === null).length], [23, 1]);
  });
});
