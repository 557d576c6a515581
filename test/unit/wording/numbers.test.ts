import assert from 'node:assert/strict';
import { numberLabel } from '../../../src/wording/dates.ts';
import { valueLabel } from '../../../src/wording/figures/units.ts';

describe('the numbers of figures', () => {
  it('have three significant digits at most, and shares are percentages', () => {
    assert.equal(valueLabel(7.052, 'ratio'), '7.05');
    assert.equal(valueLabel(0.3799, 'plain'), '0.38');
    assert.equal(valueLabel(0.1154, 'perWeek'), '0.115 a week');
    assert.equal(valueLabel(14.65, 'items'), '14.7 items');
    assert.equal(valueLabel(0.0365, 'share'), '3.7 %');
  });

  it('never lose a whole number, or a whole part', () => {
    assert.equal(valueLabel(12_345, 'items'), '12345 items');
    assert.equal(valueLabel(1234.5, 'lines'), '1235 lines');
    assert.equal(numberLabel(12_345), '12345');
    assert.equal(numberLabel(-12_345.67), '-12346');
  });
});

describe('a measured number', () => {
  it('keeps what somebody wrote, up to four digits', () => {
    assert.equal(numberLabel(99.95), '99.95');
    assert.equal(numberLabel(2.34567), '2.346');
  });
});
