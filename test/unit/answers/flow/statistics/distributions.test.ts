import assert from 'node:assert/strict';
import { normalTail, studentTwoSided } from '../../../../../src/answers/flow/statistics/distributions.ts';

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual} is not ${expected}`);

describe('normalTail', () => {
  it('gives the values of tables, on both sides and far out', () => {
    near(normalTail(0), 0.5);
    near(normalTail(1), 0.158655253931457);
    near(normalTail(-1), 0.841344746068543);
    near(normalTail(1.959963984540054), 0.025);
    near(normalTail(2.999), 0.0013543365337271057);
    near(normalTail(3), 0.0013498980316300933);
    near(normalTail(6), 9.865876450376981e-10);
  });
});

describe('studentTwoSided', () => {
  it('gives the critical values of tables, for odd and even degrees of freedom', () => {
    near(studentTwoSided(12.706204736174694, 1), 0.05);
    near(studentTwoSided(4.302652729749462, 2), 0.05);
    near(studentTwoSided(-3.1824463052837078, 3), 0.05);
    near(studentTwoSided(2.306004135204166, 8), 0.05);
    near(studentTwoSided(2.228138851986274, 10), 0.05);
    near(studentTwoSided(2.039513446396408, 31), 0.05);
    near(studentTwoSided(0, 7), 1);
  });
});
