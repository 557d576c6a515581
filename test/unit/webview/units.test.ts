import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UNITS, type Unit } from '../../../src/model/flow/figure.ts';
import { valueScale } from '../../../webview/insights/charts/valueScale.ts';
import { shortValue, valueText } from '../../../webview/insights/units.ts';

describe('a value with its unit', () => {
  const cases: [number, Unit, string, string][] = [
    [198_720, 'seconds', '2.3 d', '2.3 d'],
    [-3600, 'seconds', '−1 h', '−1 h'],
    [0, 'seconds', '0', '0'],
    [3, 'days', '3 d', '3 d'],
    [0.405, 'share', '40.5 %', '40.5 %'],
    [1, 'items', '1 item', '1'],
    [12_345, 'lines', '12,345 lines', '12,345'],
    [3.456, 'perWeek', '3.5 a week', '3.5'],
    [3.3242, 'ratio', '3.3', '3.3'],
    [0.0123, 'ratio', '0.012', '0.012'],
    [36.53, 'lines', '36.5 lines', '36.5'],
  ];
  for (const [value, unit, long, short] of cases)
    it(`is ${long}`, () => {
      assert.equal(valueText(value, unit), long);
      assert.equal(shortValue(value, unit), short);
    });
});

describe('the scale of a value axis', () => {
  it('begins at zero, and has whole steps for what can only be counted', () => {
    const { domain, ticks } = valueScale([1, 2, 3], 'items', 'linear');
    assert.equal(domain[0], 0);
    assert.deepEqual(ticks, [0, 1, 2, 3]);
  });

  it('shows all of a share that is more than half', () => {
    assert.deepEqual(valueScale([0.62], 'share', 'linear').domain, [0, 1]);
    assert.deepEqual(valueScale([0.62], 'share', 'linear').ticks, [0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('steps differences of times in days, through zero', () => {
    assert.deepEqual(
      valueScale([-170_000, 480_000], 'seconds', 'linear').ticks,
      [-172_800, 0, 172_800, 345_600, 518_400],
    );
  });

  it('is linear where a value cannot stand on a log scale', () => {
    assert.equal(valueScale([0, 5], 'lines', 'log').type, 'linear');
    assert.equal(valueScale([2, 2000], 'lines', 'log').type, 'log');
    assert.deepEqual(valueScale([2, 2000], 'lines', 'log').ticks, [10, 100, 1000]);
  });

  it('holds every value of every unit, with ticks inside and few enough to read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -1e9, max: 1e9 }).map(thousandths => thousandths / 1000),
          { maxLength: 20 },
        ),
        fc.constantFrom(...UNITS),
        fc.constantFrom('log', 'linear'),
        (values, unit, kind) => {
          const { domain, ticks, clamp } = valueScale(values, unit, kind);
          const [bottom, top] = domain;
          assert.ok(bottom < top);
          for (const value of values) assert.ok(clamp(value) >= bottom && clamp(value) <= top, `${value} in ${unit}`);
          assert.ok(ticks.length <= 11);
          for (const tick of ticks) assert.ok(tick >= bottom - 1e-9 * Math.abs(bottom) && tick <= top * (1 + 1e-9));
        },
      ),
    );
  });
});
