import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  processBehaviour,
  type BehaviourOptions,
} from '../../../../../src/answers/flow/statistics/processBehaviour.ts';

const SOFTWARE = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];
const FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const PEAK_FLOW = [120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180];
const TABLE_8_1 = [21.3, 20.2, 20.9, 21.0, 18.8, 19.6, 18.7, 18.6, 18.1, 18.9, 19.2, 18.2, 17.3, 19.0];

/** Around 10 with steps of 1 and 2: no signal. */
const calm = (length: number): number[] => Array.from({ length }, (_, i) => [9, 10, 12, 11][i % 4]!);
const told = (values: readonly (number | null)[], options: Partial<BehaviourOptions> = {}) =>
  processBehaviour(values, { nonNegative: true, ...options }).signals.map(
    ({ index, rule, direction, points }) => [rule, direction, index, points] as const,
  );

describe('processBehaviour', () => {
  it('finds the value and the step outside of Wheeler’s software verification', () => {
    assert.deepEqual(told(SOFTWARE), [
      ['outside', 'up', 15, [15]],
      ['range', null, 15, [15]],
    ]);
  });

  it('finds nothing in NIST’s flow measurements', () => {
    assert.deepEqual(told(FLOW), []);
  });

  it('finds the large step and the four far values of Wheeler’s peak flow', () => {
    assert.deepEqual(told(PEAK_FLOW), [
      ['range', null, 8, [8]],
      ['threeOfFour', 'up', 8, [8, 9, 10, 11]],
    ]);
  });

  it('finds the run of Wheeler’s table 8.1', () => {
    assert.deepEqual(
      told(TABLE_8_1).filter(([rule]) => rule === 'run'),
      [['run', 'down', 6, [6, 7, 8, 9, 10, 11, 12, 13]]],
    );
  });

  it('ends a run at a value on the centre', () => {
    // Centre 10 by construction: the locked first 20 are symmetric around it.
    const base = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 9 : 11));
    const run = (values: readonly number[]) => told([...base, 10, ...values]).filter(([rule]) => rule === 'run').length;
    assert.equal(run([11, 11, 11, 11, 11, 11, 11, 11]), 1);
    assert.equal(run([11, 11, 11, 11, 10, 11, 11, 11, 11]), 0);
    assert.equal(run([11, 11, 11, 11, 11, 11, 11]), 0);
  });

  it('needs 6 values for trial limits and 12 for all rules', () => {
    const of = (values: readonly (number | null)[]) => processBehaviour(values, { nonNegative: true });
    assert.deepEqual(
      [5, 6, 11, 12].map(length => [of(calm(length)).state, of(calm(length)).segments.length]),
      [
        ['none', 0],
        ['trial', 1],
        ['trial', 1],
        ['full', 1],
      ],
    );
    assert.equal(of([...calm(5), null, null]).state, 'none');
    // The same large step at the end: trial limits only see values outside.
    const rules = (length: number) => new Set(told([...calm(length), 30]).map(([rule]) => rule));
    assert.deepEqual(rules(10), new Set(['outside']));
    assert.deepEqual(rules(15), new Set(['outside', 'range']));
  });

  it('locks limits at 20 values', () => {
    const limits = (values: readonly number[]) => processBehaviour(values, { nonNegative: true }).segments[0];
    const at20 = limits(calm(20));
    const later = limits([...calm(20), 50, 60, 70]);
    assert.deepEqual([later?.centre, later?.upper, later?.lower], [at20?.centre, at20?.upper, at20?.lower]);
    assert.notEqual(limits([...calm(19), 50])?.centre, at20?.centre);
  });

  it('has no lower limit where a measure that cannot be negative would cross zero', () => {
    const values = [1, 4, 2, 5, 1, 4, 2, 3, 1, 5, 2, 4];
    const lower = (nonNegative: boolean) => processBehaviour(values, { nonNegative }).segments[0]?.lower;
    assert.equal(lower(true), null);
    assert.ok(lower(false)! < 0);
  });

  it('sees a value below the lower limit', () => {
    assert.deepEqual(
      told([...calm(20), 2]).filter(([rule]) => rule === 'outside'),
      [['outside', 'down', 20, [20]]],
    );
  });

  it('passes over missing values, but takes no step across them', () => {
    const gap = told([...calm(20), null, 30]);
    assert.deepEqual(gap, [['outside', 'up', 21, [21]]]);
  });

  it('keeps its limits when a change is not named, or not followed by a run', () => {
    const shifted = [...calm(20), ...calm(10).map(value => value + 3)];
    assert.equal(processBehaviour(shifted, { nonNegative: true }).segments.length, 1);
    assert.equal(processBehaviour(shifted, { nonNegative: true, breaks: [8] }).segments.length, 1);
    assert.equal(processBehaviour(calm(30), { nonNegative: true, breaks: [20] }).segments.length, 1);
    const short = [...calm(20), ...calm(7).map(value => value + 3)];
    assert.equal(processBehaviour(short, { nonNegative: true, breaks: [20] }).segments.length, 1);
  });

  it('begins anew where a run follows a named change, keeps the old limits and tells the run', () => {
    const values = [...calm(20), ...calm(10).map(value => value + 3)];
    const { segments, signals, state } = processBehaviour(values, { nonNegative: true, breaks: [20] });
    assert.deepEqual(
      segments.map(({ from, to, centre }) => [from, to, centre]),
      [
        [0, 20, 10.5],
        [20, 30, 13.3],
      ],
    );
    assert.equal(state, 'trial');
    assert.deepEqual(signals, [
      { index: 20, rule: 'run', direction: 'up', points: [20, 21, 22, 23, 24, 25, 26, 27, 28, 29] },
    ]);
  });

  it('does not take a shift for a change’s that was named only after it had begun', () => {
    const values = [...calm(20), 8, ...calm(13).map(value => value + 4)];
    const parts = (breaks: readonly number[]) =>
      processBehaviour(values, { nonNegative: true, breaks }).segments.map(({ from }) => from);
    assert.deepEqual([parts([26]), parts([24]), parts([21]), parts([18])], [[0], [0], [0, 21], [0, 21]]);
    // One or two values before it may be on that side by chance.
    assert.deepEqual(
      [parts([22]), parts([23])],
      [
        [0, 22],
        [0, 23],
      ],
    );
    // Three values after it is soon, four is not.
    assert.deepEqual(parts([17]), [0]);
    const { signals } = processBehaviour(values, { nonNegative: true, breaks: [26] });
    assert.deepEqual(signals.find(({ rule }) => rule === 'run')?.index, 21);
  });

  it('continues the limits of a given baseline over all other values', () => {
    const values = [...calm(12), ...calm(10).map(value => value + 3)];
    const { segments, signals } = processBehaviour(values, { nonNegative: true, baseline: 12 });
    assert.deepEqual([segments[0]?.centre, segments[0]?.to], [10.5, 22]);
    assert.ok(signals.some(({ rule, points }) => rule === 'run' && points.includes(12) && points.at(-1) === 21));
    assert.equal(processBehaviour(values, { nonNegative: true, baseline: 5 }).state, 'none');
  });

  it('says when steps have too few sizes', () => {
    const chunky = (values: readonly number[]) => processBehaviour(values, { nonNegative: true }).chunky;
    assert.equal(chunky([0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), true);
    // Steps 0, 1, 2 and 3.
    assert.equal(chunky([4, 4, 5, 3, 6, 4, 5, 3, 6, 4, 4, 5]), false);
  });

  it('scales its limits and keeps its signals when all values grow alike', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 10 }), { maxLength: 40 });
    fc.assert(
      fc.property(values, numbers => {
        const one = processBehaviour(numbers, { nonNegative: true });
        const other = processBehaviour(
          numbers.map(value => (value === null ? null : value * 4)),
          { nonNegative: true },
        );
        assert.deepEqual(other.signals, one.signals);
        assert.deepEqual(
          other.segments.map(({ centre, upper }) => [centre, upper]),
          one.segments.map(({ centre, upper }) => [centre * 4, upper === null ? null : upper * 4]),
        );
      }),
    );
  });
});
