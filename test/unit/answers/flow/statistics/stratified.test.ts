import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../../src/answers/flow/statistics/random.ts';
import {
  bootstrapStratifiedShift,
  stratifiedShift,
  type StratifiedValue,
} from '../../../../../src/answers/flow/statistics/stratified.ts';
import { hodgesLehmann } from '../../../../../src/answers/flow/statistics/twoGroups.ts';

const of = (stratum: string, ...values: readonly number[]): StratifiedValue[] =>
  values.map((value, cluster) => ({ stratum, value, cluster }));

const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(Infinity)), {
  minLength: 1,
  maxLength: 12,
});

/** Four items a week of two kinds, of which the one takes longer; of the longer kind there are `share` in four. */
function weeks(count: number, long: number, short: number, share: number): StratifiedValue[] {
  return Array.from({ length: count * 4 }, (_, item) => {
    const [cluster, k] = [Math.floor(item / 4), item % 4];
    const isLong = (k + cluster) % 4 < share;
    return {
      stratum: isLong ? 'feature' : 'defect',
      cluster,
      value: (isLong ? long : short) + ((cluster * 7 + k * 5) % 9) - 4,
    };
  });
}
const before = weeks(12, 20, 8, 3);
const after = weeks(9, 15, 3, 2);

describe('stratifiedShift', () => {
  it('is the weighted median of the differences inside the strata', () => {
    // numpy: all pairs of equal stratum sorted, weights 1 / (n + 1) summed up to one half. All pairs together give -2.
    const old = [...of('feature', 12, 15, 9, 20, 31, 14), ...of('defect', 3, 5, 4, 8, 2, 6, 7, 40)];
    const recent = [...of('feature', 10, 11, 8, 13), ...of('defect', 2, 3, 9, 1, 4), ...of('risk', 50)];
    assert.equal(stratifiedShift(old, recent), -3);
    const plain = (side: readonly StratifiedValue[]) => side.map(({ value }) => value);
    assert.equal(hodgesLehmann(plain(old), plain(recent)), -2);
  });

  it('counts what has no end', () => {
    // By hand: features -inf, -1, 0, 1, inf, inf at 1/6 each, defects 2, 3, inf, inf at 1/5: half of 1.8 is passed at 3.
    const old = [...of('feature', 5, 7, Infinity), ...of('defect', 1, 2)];
    assert.equal(stratifiedShift(old, [...of('feature', 6, Infinity), ...of('defect', 4, Infinity)]), 3);
    assert.equal(stratifiedShift(of('feature', 1), of('feature', Infinity)), null);
    assert.equal(stratifiedShift(of('feature', Infinity), of('feature', 1)), null);
  });

  it('lies halfway where half of the weight is on either side', () => {
    // By hand: the differences are 1, 2, 4 and 5.
    assert.equal(stratifiedShift(of('feature', 0, 3), of('feature', 4, 5)), 3);
  });

  it('needs a stratum that both sides have', () => {
    assert.equal(stratifiedShift(of('feature', 1), of('defect', 2)), null);
    assert.equal(stratifiedShift([], []), null);
  });

  it('is the plain Hodges-Lehmann shift with one stratum, and with strata that are alike', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 1, max: 4 }), (old, recent, strata) => {
        const names = Array.from({ length: strata }, (_, n) => `stratum ${n}`);
        const all = (side: readonly number[]) => names.flatMap(name => of(name, ...side));
        assert.equal(stratifiedShift(all(old), all(recent)), hodgesLehmann(old, recent));
      }),
    );
  });

  it('moves by what is added to every value after, and not with the order', () => {
    const mixed = fc.array(
      fc.record({ stratum: fc.constantFrom('a', 'b', 'c'), value: fc.nat(60), cluster: fc.nat(5) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(mixed, mixed, fc.integer({ min: -50, max: 50 }), (old, recent, by) => {
        const shift = stratifiedShift(old, recent);
        const later = recent.map(one => ({ ...one, value: one.value + by }));
        assert.equal(stratifiedShift(old, later), shift === null ? null : shift + by);
        assert.equal(stratifiedShift(old.toReversed(), recent.toReversed()), shift);
      }),
    );
  });
});

describe('bootstrapStratifiedShift', () => {
  it('gives the interval of numpy’s draws of whole weeks', () => {
    // numpy, 20,000 draws of its own generator, all pairs sorted: shift -5, interval -6 to -4; medians differ by -9.5.
    assert.equal(stratifiedShift(before, after), -5);
    const interval = bootstrapStratifiedShift(before, after, createRandom('weeks'));
    assert.deepEqual(interval, { low: -6, high: -4, clustered: true });
  });

  it('draws single values where there are fewer than six weeks', () => {
    const [old, recent] = [before, after].map(side => side.map(one => ({ ...one, cluster: one.cluster % 5 })));
    assert.equal(bootstrapStratifiedShift(old ?? [], recent ?? [], createRandom('few'), 100)?.clustered, false);
  });

  it('does not depend on the order of the values', () => {
    const draw = (old: readonly StratifiedValue[], recent: readonly StratifiedValue[]) =>
      bootstrapStratifiedShift(old, recent, createRandom('order'), 500);
    assert.deepEqual(draw(before.toReversed(), after.toReversed()), draw(before, after));
  });

  it('has no interval without a stratum that both sides have', () => {
    assert.equal(bootstrapStratifiedShift(of('feature', 1), of('defect', 2), createRandom('none')), null);
  });
});
