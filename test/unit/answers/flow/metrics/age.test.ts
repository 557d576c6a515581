import assert from 'node:assert/strict';
import { ageMetric, chanceToFinish } from '../../../../../src/answers/flow/metrics/age.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import { createInput, createOpen, createWork, DAY, measure, type MadeGate } from '../madeInput.ts';

/** 20 items of 1 to 20 days: P50 = 10 and P85 = 17 (METRICS P1). */
const finished = Array.from({ length: 20 }, (_, n) => createWork(40 + n, n + 1));
const open = [9, 10, 11, 17, 18, 30].map(days => createOpen(days));
const of = (changes: Partial<FlowInput> = {}, gate: MadeGate = {}) =>
  measure(ageMetric, createInput({ items: finished, open, ...changes }), gate);

describe('ageMetric', () => {
  it('lays the ages of open items beside the percentiles of finished ones', () => {
    const age = of();
    assert.deepEqual(
      age.levels.map(({ seconds }) => (seconds === null ? null : seconds / DAY)),
      [10, 17, null],
    );
    assert.deepEqual(age.bands, [
      { over: null, upTo: 50, count: 2 },
      { over: 50, upTo: 85, count: 2 },
      { over: 85, upTo: null, count: 2 },
    ]);
    assert.deepEqual(
      age.points.map(({ seconds }) => seconds / DAY),
      [30, 18, 17, 11, 10, 9],
    );
    assert.equal(age.points[5]?.days, 10);
  });

  it('tells the chance to be done within the 85 % level, given the age', () => {
    const chances = of().points.map(({ chance }) => chance);
    assert.deepEqual(chances, [null, 0, 0, 6 / 9, 7 / 10, 8 / 11]);
  });

  it('needs 19 finished items with a known start for a comparison, and shows ages without one', () => {
    const age = of({ items: finished.slice(0, 18) });
    assert.deepEqual(age.levelsWithheld, { code: 'tooFew', what: 'timedItems', has: 18, needs: 19 });
    assert.deepEqual([age.bands, age.points.length, age.points[0]?.chance, age.withheld], [[], 6, null, null]);
    assert.equal(of({ items: finished.slice(0, 19) }).levelsWithheld, null);
  });

  it('compares with nothing below 60 % of known starts', () => {
    const squashed = Array.from({ length: 14 }, (_, day) => createWork(80 + day, null));
    assert.deepEqual(of({ items: [...finished, ...squashed] }).levelsWithheld, { code: 'coverage', known: 20, of: 34 });
  });

  it('leaves out what is stale or has no start, and counts both', () => {
    const age = of({ open: [...open, createOpen(99, { stale: true }), createOpen(1, { start: null })] });
    assert.deepEqual([age.open, age.stale, age.unknownStart], [6, 1, 1]);
  });

  it('shows counts by band instead of items in an export', () => {
    const age = of({ use: 'export' });
    assert.deepEqual([age.points, age.bands.map(({ count }) => count)], [[], [2, 2, 2]]);
  });

  it('hides a band of too few people in an export, and a second one with it', () => {
    const age = of({ use: 'export' }, { hides: ids => ids.length === 2 && ids.includes(open[5]?.id ?? '') });
    assert.deepEqual(
      age.bands.map(({ count }) => count),
      [2, null, null],
    );
  });

  it('hides the bands of an export when bots that only the gate knows moved the levels', () => {
    const bot = finished[0]?.id;
    const age = of({ use: 'export' }, { isAutomated: ({ id }) => id === bot });
    assert.deepEqual(
      age.bands.map(({ count }) => count),
      [null, null, null],
    );
  });

  it('is withheld when nothing is open, was read, or has enough people behind it', () => {
    assert.deepEqual(of({ open: [] }).withheld, { code: 'nothing', what: 'openItems' });
    assert.deepEqual(of({ open: null }).withheld, { code: 'notRead' });
    const hidden = of({}, { hides: ids => ids.length === 6 });
    assert.deepEqual([hidden.withheld, hidden.points, hidden.open], [{ code: 'people' }, [], 0]);
  });

  it('does not depend on the order of items', () => {
    assert.deepEqual(of({ open: open.toReversed(), items: finished.toReversed() }), of());
  });
});

describe('chanceToFinish', () => {
  it('is the part of the longer ones that was done by then', () => {
    assert.equal(chanceToFinish([1, 2, 3, 4], 0, 3), 3 / 4);
    assert.equal(chanceToFinish([1, 2, 3, 4], 2, 3), 1 / 2);
    assert.equal(chanceToFinish([1, 2, 3, 4], 3, 2), 0);
    assert.equal(chanceToFinish([1, 2, 3, 4], 4, 9), null);
  });
});
