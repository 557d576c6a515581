import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actualOf, judge } from '../../../../src/answers/learn/judgeMeasure.ts';
import { TODAY, value } from './madeOutcomes.ts';

const against = (
  baseline: number | null,
  target: number | null,
  actual: number | null,
  tolerance: number | null = null,
) => judge({ baseline, target, tolerance, by: null, confidence: null }, actual);
const results = (baseline: number, target: number, values: readonly number[], tolerance: number | null = null) =>
  values.map(actual => against(baseline, target, actual, tolerance).result);
const directions = (baseline: number, target: number, values: readonly number[], tolerance: number | null = null) =>
  values.map(actual => against(baseline, target, actual, tolerance).direction);

describe('a measure against its target', () => {
  it('is hit upwards from the target on, whatever the tolerance', () => {
    assert.deepEqual(results(22, 30, [29.9, 30, 41]), ['missed', 'hit', 'hit']);
    assert.deepEqual(results(22, 30, [29.9], 0.5), ['missed']);
  });

  it('is hit downwards from the target on', () => {
    assert.deepEqual(results(31, 26, [26.1, 26, 20]), ['missed', 'hit', 'hit']);
  });

  it('is hit where it should stay, within the tolerance of the baseline', () => {
    assert.deepEqual(results(5, 5, [5, 5.5, 4.5, 5.6], 0.5), ['hit', 'hit', 'hit', 'missed']);
    assert.deepEqual(results(5, 5, [5, 5.01]), ['hit', 'missed']);
    // 1.1 - 1 is a little more than 0.1 in binary.
    assert.deepEqual(results(1, 1, [1.1], 0.1), ['hit']);
  });

  it('went the right way, not at all, or the wrong way', () => {
    assert.deepEqual(directions(31, 26, [28, 31, 33]), ['right', 'noChange', 'wrong']);
    assert.deepEqual(directions(22, 30, [24, 21], 3), ['noChange', 'noChange']);
    assert.deepEqual(directions(22, 30, [26, 18], 3), ['right', 'wrong']);
    assert.deepEqual(directions(5, 5, [5.2, 6], 0.5), ['right', 'wrong']);
  });

  it('has an attainment: how much of the way was gone; none where there was no way to go', () => {
    assert.equal(against(31, 26, 28.5).attainment, 0.5);
    assert.equal(against(20, 30, 15).attainment, -0.5);
    assert.equal(against(5, 5, 7).attainment, null);
  });

  it('cannot be judged without baseline and target, and is not measured without a value', () => {
    assert.equal(against(null, 26, 20).result, 'cannotTell');
    assert.equal(against(31, null, 20).result, 'cannotTell');
    assert.deepEqual(against(31, 26, null), { result: 'notMeasured', direction: null, attainment: null });
  });

  it('is hit exactly where the whole way was gone', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, number, (baseline, target, actual) => {
        fc.pre(baseline !== target);
        const { result, attainment } = against(baseline, target, actual);
        assert.equal(result === 'hit', (attainment ?? NaN) >= 1);
      }),
    );
  });
});

describe('the value that a measure is judged by', () => {
  const day = { due: '2026-10-01', launched: null, today: TODAY };
  const chosen = (values: readonly [string, number][], changes: Partial<typeof day> | { due: null } = {}) => {
    const { actual, tooEarly } = actualOf(
      values.map(([on, measured]) => value(on, measured)),
      { ...day, ...changes },
    );
    return [actual?.value ?? null, tooEarly?.value ?? null];
  };

  it('is the first of its day or later', () => {
    assert.deepEqual(
      chosen([
        ['2026-11-01', 3],
        ['2026-10-01', 2],
        ['2026-09-30', 1],
      ]),
      [2, null],
    );
    assert.deepEqual(
      chosen([
        ['2026-09-30', 1],
        ['2026-11-19', 3],
      ]),
      [3, null],
    );
  });

  it('is the last of the month before where there is none, and older ones are no measurement of that day', () => {
    assert.deepEqual(chosen([['2026-09-01', 1]]), [1, null]);
    assert.deepEqual(chosen([['2026-08-31', 1]]), [null, 1]);
    assert.deepEqual(chosen([]), [null, null]);
  });

  it('was measured after the launch, and not in the future', () => {
    assert.deepEqual(chosen([['2026-09-20', 1]], { launched: '2026-09-21' } as object), [null, null]);
    assert.deepEqual(chosen([['2026-11-21', 1]]), [null, null]);
  });

  it('is the last one of a measure without a day', () => {
    assert.deepEqual(
      chosen(
        [
          ['2026-05-02', 2],
          ['2026-05-01', 1],
        ],
        { due: null },
      ),
      [2, null],
    );
  });
});
