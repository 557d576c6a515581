import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { interventionsMetric } from '../../../../../src/answers/flow/metrics/interventions.ts';
import type { ItemSize, WorkItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { DAY, createOpen, measure } from '../madeInput.ts';
import { about, begun, changing, compare, inputOf, startOf } from './madeInterventions.ts';

const { team } = createFolder([]);

/** Whether an item begun on this day is a defect: one stretch of ten days in five before day 90, four in five since. */
const isFix = (start: number): boolean => (((Math.floor(start / 10) % 5) + 5) % 5 === 0) === start < 90;

/** Defects take about `fix` days and features about `feature`, before day 90 and since. */
function mixed(before: readonly [fix: number, feature: number], since = before, first = -150): WorkItem[] {
  const days = (start: number): number => about((start < 90 ? before : since)[isFix(start) ? 0 : 1])(start);
  return begun(first, days).map(item => ({ ...item, type: isFix(startOf(item)) ? 'defect' : 'feature' }));
}

describe('the work types of both sides', () => {
  it('are shown with their items', () => {
    const { types, mixMoved, inside } = compare(inputOf(mixed([4, 12])));
    assert.deepEqual(types, [
      { type: 'feature', before: 61, after: 8 },
      { type: 'defect', before: 16, after: 25 },
    ]);
    // 16 of 77 are 21 %, 25 of 33 are 76 %.
    assert.equal(mixMoved, true);
    assert.deepEqual(inside?.n, [77, 33]);
  });

  it('tell the shift inside equal types where their mix moved', () => {
    // numpy, all pairs of equal type by van Elteren's weights; 4,000 draws of whole weeks give -1 to 0 days.
    const found = compare(inputOf(mixed([4, 12])));
    assert.equal(found.shift?.difference, -6 * DAY);
    assert.ok(found.shift.high! < 0);
    assert.deepEqual([found.inside?.difference, found.inside?.low, found.inside?.high], [0, -1 * DAY, 0]);
    assert.deepEqual([found.verdict, found.cannotTell], ['noChange', null]);
    // numpy: -3 days, -5 to -1; the medians of all differ by -7.
    const shorter = compare(inputOf(mixed([4, 12], [3, 6])));
    assert.equal(shorter.shift?.difference, -7 * DAY);
    const { difference, low, high } = shorter.inside ?? {};
    assert.deepEqual([difference, low, high], [-3 * DAY, -5 * DAY, -1 * DAY]);
    assert.equal(shorter.verdict, 'shorter');
  });

  it('leave the shift of all items where their mix did not move', () => {
    const found = compare(
      inputOf(
        begun(-150, changing(4)).map(item => ({ ...item, type: startOf(item) % 4 === 0 ? 'defect' : 'feature' })),
      ),
    );
    // By hand: every second item, beginning with a defect before and with a feature since.
    assert.deepEqual(
      found.types?.map(({ before, after }) => [before, after]),
      [
        [38, 17],
        [39, 16],
      ],
    );
    assert.deepEqual([found.mixMoved, found.inside, found.verdict], [false, null, 'shorter']);
  });

  it('moved only by more than 15 points', () => {
    // Of 20 begun before 9 are defects (45 %), of 20 since 6 or 5 (30 % and 25 %).
    const sparse = (fixes: number): WorkItem[] => {
      const items = begun(-150, about(10));
      const [before, after] = [
        items.filter(item => startOf(item) >= -92 && startOf(item) < 62).slice(0, 20),
        items.filter(item => startOf(item) >= 90 && startOf(item) < 155).slice(0, 20),
      ];
      return [
        ...before.map((item, n) => ({ ...item, type: n < 9 ? ('defect' as const) : item.type })),
        ...after.map((item, n) => ({ ...item, type: n < fixes ? ('defect' as const) : item.type })),
      ];
    };
    const early = begun(-150, about(10), { flags: ['ungrouped'] }).slice(0, 1);
    const moved = (fixes: number) => compare(inputOf([...early, ...sparse(fixes)])).mixMoved;
    assert.deepEqual([moved(6), moved(5)], [false, true]);
  });

  it('cannot tell where too few items are of types that both sides have', () => {
    const items = begun(-150, changing(4)).map(item => ({
      ...item,
      type: startOf(item) < 90 ? ('feature' as const) : ('defect' as const),
    }));
    const { cannotTell, verdict, mixMoved, inside } = compare(inputOf(items));
    assert.deepEqual([cannotTell, verdict, mixMoved, inside], [{ code: 'mixChanged' }, null, true, null]);
  });

  it('let made-up dates tell the same kind of shift', () => {
    // The shift inside equal types is 0, so that of every made-up date is at least as large; the medians' -6 is rare.
    const { placebo } = compare(inputOf(mixed([4, 12], [4, 12], -500)));
    assert.ok(placebo !== null && placebo.dates >= 10);
    assert.equal(placebo.asLarge, placebo.dates);
  });

  it('are not divided where one type was asked for', () => {
    const { types, mixMoved } = compare(inputOf(begun(-150, changing(4)), { type: 'feature' }));
    assert.deepEqual([types, mixMoved], [null, false]);
  });

  it('are hidden where too few people are behind one, and another with it', () => {
    const items = mixed([4, 12]);
    // The 16 defects before; with them the features of that side, as the sum is shown.
    const hidden = compare(inputOf(items), { hides: ids => ids.length === 16 });
    assert.deepEqual(hidden.types, [
      { type: 'feature', before: null, after: 8 },
      { type: 'defect', before: null, after: 25 },
    ]);
    // What moved is hidden too, and no shift inside types is told from it.
    assert.deepEqual([hidden.mixMoved, hidden.inside, hidden.verdict], [null, null, 'shorter']);
  });

  it('count a type with too few people behind both sides as other', () => {
    const items = mixed([4, 12]).map(item => (startOf(item) % 6 === 0 ? { ...item, type: 'other' as const } : item));
    const defects = new Set(items.filter(({ type }) => type === 'defect').map(({ id }) => id));
    const found = compare(inputOf(items), { hides: ids => ids.every(id => defects.has(id)) });
    assert.deepEqual(
      found.types?.map(({ type }) => type),
      ['feature', 'other'],
    );
    assert.equal(
      found.types.reduce((sum, { before }) => sum + (before ?? 0), 0),
      77,
    );
  });

  it('are told of one date only of several within four weeks', () => {
    const on = ['2026-04-05', '2026-03-20', '2026-03-08', '2026-03-01'];
    const interventions = on.map((day, n) => ({ on: day, label: `Change ${n}` }));
    const { comparisons } = measure(interventionsMetric, {
      ...inputOf(mixed([4, 12])),
      team: { ...team, interventions },
    });
    assert.deepEqual(
      comparisons.map(({ types, shift }) => [types !== null, shift !== null]),
      [
        [true, true],
        [false, true],
        [true, true],
        [false, true],
      ],
    );
  });

  it('do not depend on the order in which items come', () => {
    const items = mixed([4, 12]);
    const found = compare(inputOf(items, { use: 'export' }));
    // The first landing stays first: it tells since when the project is known.
    fc.assert(
      fc.property(fc.shuffledSubarray(items.slice(1), { minLength: items.length - 1 }), shuffled => {
        assert.deepEqual(compare(inputOf([items[0]!, ...shuffled], { use: 'export' })), found);
      }),
      { numRuns: 5 },
    );
  });
});

describe('the sizes of both sides', () => {
  const items = begun(-150, changing(4));
  /** 10, 50 and 200 lines in turn before day 90, and 10 since. */
  const lines = (item: WorkItem): number =>
    startOf(item) >= 90 ? 10 : ([10, 50, 200][(((startOf(item) / 2) % 3) + 3) % 3] ?? 0);
  const sizes = new Map<string, ItemSize>(items.map(item => [item.id, { files: 1, lines: lines(item) }]));
  const sized = (changes: Partial<FlowInput> = {}) => inputOf(items, { sizes, ...changes });

  it('are thirds of both sides together', () => {
    // Counted in Python: 26, 25 and 26 of the 77 before; 110 together, of which the 37th has 10 lines and the 74th 50.
    const found = compare(sized()).sizes;
    assert.deepEqual(found?.strata, [
      { from: 0, to: 10, before: 26, after: 33 },
      { from: 11, to: 50, before: 25, after: 0 },
      { from: 51, to: null, before: 26, after: 0 },
    ]);
    assert.equal(found.measure, 'lines');
  });

  it('tell a shift inside equal sizes where they moved, which decides nothing', () => {
    // numpy: all pairs of the 26 and 33 items of 10 lines have their middle at -6 days.
    const found = compare(sized());
    assert.equal(found.sizes?.moved, true);
    assert.deepEqual([found.sizes.inside?.difference, found.sizes.inside?.n], [-6 * DAY, [26, 33]]);
    assert.deepEqual([found.inside, found.verdict], [null, 'shorter']);
    const alike = new Map<string, ItemSize>(items.map(({ id }) => [id, { files: 3, lines: null }]));
    const same = compare(sized({ sizes: alike })).sizes;
    assert.deepEqual(same, {
      measure: 'files',
      strata: [{ from: 0, to: null, before: 77, after: 33 }],
      moved: false,
      inside: null,
    });
  });

  it('leave out what was not finished while watched, on both sides', () => {
    // Begun on day 0 and landed on day 60; and begun on day 100 and open.
    const slow = begun(0, () => 60).slice(0, 1);
    const both = [...items, ...slow].sort((a, b) => a.end - b.end);
    const known = new Map([...sizes, ...slow.map(({ id }): [string, ItemSize] => [id, { files: 1, lines: 10 }])]);
    const found = compare(inputOf(both, { sizes: known, open: [createOpen(83)] }));
    assert.deepEqual([found.before?.unfinished, found.after?.unfinished], [1, 1]);
    assert.deepEqual(found.sizes?.strata?.[0], { from: 0, to: 10, before: 26, after: 33 });
  });

  it('are not told where they are known of too few', () => {
    const few = new Map([...sizes].filter((_, n) => n % 2 === 0));
    assert.equal(compare(sized({ sizes: few })).sizes, null);
    assert.equal(compare(sized({ sizes: null })).sizes, null);
  });

  it('are hidden where too few people are behind one, and another with it', () => {
    const { strata, moved } = compare(sized(), { hides: ids => ids.length === 25 }).sizes ?? {};
    // Of the two others before, both as large: the later one.
    assert.deepEqual(
      strata?.map(({ before, after }) => [before, after]),
      [
        [26, 33],
        [null, 0],
        [null, 0],
      ],
    );
    // 26 of 77 and 33 of 33 are shown.
    assert.equal(moved, true);
  });
});
