import assert from 'node:assert/strict';
import { kaplanMeier, medianSurvival } from '../../../../../src/answers/flow/statistics/kaplanMeier.ts';

const watched = (text: string) =>
  text.split(',').map(one => ({ time: Number(one.replace('+', '')), ended: !one.endsWith('+') }));

/** R's `survival::aml`, maintained. */
const AML = watched('9,13,13+,18,23,28+,31,34,45+,48,161+');

describe('kaplanMeier', () => {
  it('gives the curve of R’s aml data', () => {
    const steps = kaplanMeier(AML);
    assert.deepEqual(
      steps.map(({ time, share }) => [time, Number(share.toFixed(4))]),
      [
        [9, 0.9091],
        [13, 0.8182],
        [18, 0.7159],
        [23, 0.6136],
        [31, 0.4909],
        [34, 0.3682],
        [48, 0.1841],
      ],
    );
  });

  it('does not depend on the order', () => {
    assert.deepEqual(kaplanMeier(AML.toReversed()), kaplanMeier(AML));
  });

  it('has no steps where nothing ended', () => {
    assert.deepEqual(kaplanMeier(watched('3+,4+')), []);
  });
});

describe('medianSurvival', () => {
  it('is 31 for R’s aml data', () => {
    assert.equal(medianSurvival(AML), 31);
  });

  it('is unknown while more than half have not ended', () => {
    assert.equal(medianSurvival(watched('3,5+,6+')), null);
    assert.equal(medianSurvival([]), null);
  });
});
