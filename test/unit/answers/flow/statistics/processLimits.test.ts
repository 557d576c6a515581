import assert from 'node:assert/strict';
import fc from 'fast-check';
import { processLimits } from '../../../../../src/answers/flow/statistics/processLimits.ts';

// Wheeler's and NIST's data, as the tests of statprocon carry them.
const SOFTWARE = [5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200];
const FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const PEAK_FLOW = [120, 140, 100, 150, 260, 150, 100, 120, 300, 300, 275, 300, 140, 170, 150, 150, 190, 180];
const SKEWED = [2.5, 2.3, 16.3, 6.3, 7.6, 16.3, 7.1, 7.8, 7.8, 9.9, 10.5, -4.8];

function assertLimits(
  values: readonly (number | null)[],
  expected: { version: string; centre: number; upper: number; lower: number; range: number },
  by: number,
): void {
  const { version, centre, reach, upperRange } = processLimits(values)!;
  assert.equal(version, expected.version);
  const pairs = [
    [centre, expected.centre],
    [centre + reach!, expected.upper],
    [centre - reach!, expected.lower],
    [upperRange!, expected.range],
  ] as const;
  for (const [actual, wanted] of pairs) assert.ok(Math.abs(actual - wanted) <= by, `${actual} is not ${wanted}`);
}

describe('processLimits', () => {
  it('gives Wheeler’s limits of software verification', () => {
    assertLimits(SOFTWARE, { version: 'mean', centre: 4135.5, upper: 5082.28, lower: 3188.72, range: 1163.19 }, 0.01);
  });

  it('gives NIST’s limits of flow measurements', () => {
    assertLimits(FLOW, { version: 'mean', centre: 50.81, upper: 55.8049, lower: 45.8151, range: 6.1367 }, 0.001);
  });

  it('gives those of short series', () => {
    assertLimits([3, 4, 5], { version: 'mean', centre: 4, upper: 6.66, lower: 1.34, range: 3.268 }, 1e-9);
    assertLimits([10, 50, 40, 30], { version: 'mean', centre: 32.5, upper: 85.7, lower: -20.7, range: 65.36 }, 1e-9);
  });

  it('gives Wheeler’s limits of peak flow', () => {
    assertLimits(PEAK_FLOW, { version: 'mean', centre: 183.1, upper: 322.3, lower: 43.8, range: 171.1 }, 0.1);
  });

  it('measures from the median step where few large steps stretch the mean', () => {
    const { version, centre, reach, upperRange } = processLimits(SKEWED)!;
    assert.equal(version, 'median');
    // Wheeler draws them around the mean, 7.467: 14.07 and 0.86. Ours stand around the median, (7.6 + 7.8) / 2.
    assert.ok(Math.abs(reach! - (14.07 - 7.467)) < 0.005);
    assert.ok(Math.abs(upperRange! - 8.12) < 0.005);
    assert.ok(Math.abs(centre - 7.7) < 1e-9);
  });

  it('takes no step over a missing value', () => {
    // Steps 1 and 1; the one from 2 to 50 is not seen.
    assertLimits([1, 2, null, 50, 51], { version: 'mean', centre: 26, upper: 28.66, lower: 23.34, range: 3.268 }, 1e-9);
  });

  it('has no limits where values hardly ever change', () => {
    assert.deepEqual(processLimits([4, 4, 4]), { version: 'mean', centre: 4, reach: null, upperRange: null });
    assert.deepEqual(processLimits([0, 0, 0, 0, 0, 9]), {
      version: 'median',
      centre: 0,
      reach: null,
      upperRange: null,
    });
    assert.equal(processLimits([5])?.reach, null);
  });

  it('has nothing to say about nothing', () => {
    assert.equal(processLimits([]), null);
    assert.equal(processLimits([null]), null);
  });

  it('scales with the values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(2, 4, 1024), (numbers, by) => {
        const limits = processLimits(numbers)!;
        const scaled = processLimits(numbers.map(number => number * by))!;
        assert.equal(scaled.version, limits.version);
        assert.equal(scaled.centre, limits.centre * by);
        assert.equal(scaled.reach, limits.reach === null ? null : limits.reach * by);
      }),
    );
  });
});
