import assert from 'node:assert/strict';
import { batchSizeMetric } from '../../../../../src/answers/flow/metrics/batchSize.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { ItemSize, WorkItem } from '../../../../../src/model/work.ts';
import { createInput, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

/** 1 to 20 files of 10 lines each; the larger, the longer it took. */
const twenty: readonly WorkItem[] = Array.from({ length: 20 }, (_, n) => createWork(40 + n, n + 1, { commits: n + 1 }));
const sizesOf = (items: readonly WorkItem[], size: (n: number) => ItemSize) =>
  new Map(items.map(({ id }, n) => [id, size(n + 1)]));
const lined = (n: number): ItemSize => ({ files: n, lines: 10 * n });
const of = (changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(batchSizeMetric, createInput({ items: twenty, sizes: sizesOf(twenty, lined), ...changes }), gate);
const values = (line: { readonly percentiles: readonly { readonly value: number | null }[] } | null) =>
  line?.percentiles.map(({ value }) => value);

describe('batchSizeMetric', () => {
  it('has files, lines and commits that half and 85 % of the items have at most (METRICS P1)', () => {
    const size = of();
    assert.deepEqual(
      [values(size.files), values(size.lines), values(size.commits)],
      [
        [10, 17],
        [100, 170],
        [10, 17],
      ],
    );
    assert.deepEqual([size.measure, size.linesWithheld, size.withheld], ['lines', null, null]);
  });

  it('counts no commits of a squash', () => {
    const items = twenty.map((item, n): WorkItem => (n < 2 ? { ...item, rule: 'squash' } : item));
    assert.deepEqual([of({ items }).commits?.items, values(of({ items }).commits)], [18, [null, null]]);
  });

  it('has files only where lines cannot be counted', () => {
    const size = of({ sizes: sizesOf(twenty, n => ({ files: n, lines: null })) });
    assert.deepEqual([size.measure, size.linesWithheld], ['files', { code: 'partialClone' }]);
    assert.deepEqual([values(size.files), values(size.lines), size.lines?.items], [[10, 17], [null, null], 0]);
    assert.equal(size.againstTime.points[19]?.size, 20);
  });

  it('needs 19 sized items', () => {
    assert.deepEqual(of({ items: twenty.slice(0, 18) }).withheld, {
      code: 'tooFew',
      what: 'landedItems',
      has: 18,
      needs: 19,
    });
    assert.equal(of({ items: twenty.slice(0, 19) }).withheld, null);
    assert.deepEqual(of({ sizes: null }).withheld, { code: 'notRead' });
    assert.deepEqual(of({ items: [] }).withheld, { code: 'nothing', what: 'landedItems' });
  });

  it('has a value for each week with three items: the middle one', () => {
    const { series } = of();
    const weekly = series?.points.map(({ value }) => value) ?? [];
    // It begins with the first landing. Days 42 to 48 are the third to ninth item, 49 to 55 the tenth to sixteenth, 56 to 59
    // the last four.
    assert.deepEqual(weekly.slice(0, 5), [null, 60, 130, 180, null]);
    assert.equal(series?.points[0]?.n, 2);
  });

  it('finds a perfect order of size and time, and none where there is none', () => {
    const { againstTime } = of();
    assert.deepEqual([againstTime.pairs, againstTime.correlation?.rho], [20, 1]);
    const upside = of({ sizes: sizesOf(twenty, n => lined(21 - n)) }).againstTime;
    assert.equal(upside.correlation?.rho, -1);
    assert.equal(of({ sizes: sizesOf(twenty, () => lined(3)) }).againstTime.correlation, null);
  });

  it('compares size with time from 20 pairs on, whose start is known', () => {
    const items = twenty.map((item, n): WorkItem => (n === 0 ? { ...item, startQuality: 'none', start: null } : item));
    const { againstTime, withheld } = of({ items });
    assert.deepEqual([withheld, againstTime.withheld], [null, { code: 'tooFew', what: 'pairs', has: 19, needs: 20 }]);
    assert.deepEqual([againstTime.points, againstTime.bins, againstTime.correlation], [[], [], null]);
  });

  it('shows each item as a dot, and bins instead of dots in an export', () => {
    const { points } = of().againstTime;
    assert.deepEqual([points[0]?.size, points[0]?.seconds, points[0]?.files], [10, DAY, 1]);
    const exported = of({ use: 'export' }, { hides: ids => ids.length === 5 }).againstTime;
    assert.deepEqual(exported.points, []);
    // 10 to 40 lines: 4 items; 50 to 90: 5; 100 to 190: 10; 200: 1. The sum of the hidden five and one is too much theirs.
    assert.deepEqual(
      exported.bins.map(({ from, to, count }) => [from, to, count]),
      [
        [0, 9, 0],
        [10, 49, null],
        [50, 99, null],
        [100, 199, 10],
        [200, 399, null],
        [400, 999, 0],
        [1000, null, 0],
      ],
    );
  });

  it('says nothing of commits, or of lines, where too few people are behind the items that have them', () => {
    const items = twenty.map((item, n): WorkItem => (n === 0 ? { ...item, rule: 'squash' } : item));
    const isMerged = (ids: readonly string[]): boolean => ids.length === 19 && !ids.includes(items[0]!.id);
    const size = of({ items }, { hides: isMerged });
    assert.deepEqual([size.withheld, size.commits, values(size.files)], [null, null, [10, 17]]);
    assert.deepEqual(values(of({ items }).commits), [11, 18]);
    const binary = sizesOf(twenty, n => (n === 1 ? { files: 1, lines: null } : lined(n)));
    const unlined = of({ sizes: binary }, { hides: isMerged });
    assert.deepEqual([unlined.withheld, unlined.lines, values(unlined.files)], [null, null, [10, 17]]);
  });

  it('leaves out bots and is withheld for too few people', () => {
    const bot = createWork(70, 70);
    const input = { items: [...twenty, bot], sizes: sizesOf([...twenty, bot], lined) };
    assert.deepEqual(of(input, { isAutomated: ({ id }) => id === bot.id }), of());
    const hidden = of({}, { hides: ids => ids.length === 20 });
    assert.deepEqual(
      [hidden.withheld, hidden.series, hidden.againstTime.withheld],
      [{ code: 'people' }, null, { code: 'people' }],
    );
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ items: twenty.toReversed() }).againstTime, of().againstTime);
  });
});
