import assert from 'node:assert/strict';
import { wrap } from '../../../src/export/plainText.ts';
import { createFigure } from '../../../src/wording/figures/figure.ts';
import { unbroken, unbrokenFigure } from '../../../src/wording/unbroken.ts';

describe('unbroken', () => {
  it('keeps a number with its unit, and a sample with its sign', () => {
    assert.equal(
      unbroken('Half of 352 items in 26 weeks (95 % interval 0 % to 1.1 %, n = 352, p < 0.001)'),
      'Half of 352\u00a0items in 26\u00a0weeks (95\u00a0% interval 0\u00a0% to 1.1\u00a0%, n\u00a0=\u00a0352, p\u00a0<\u00a00.001)',
    );
  });

  it('leaves other spaces alone', () => {
    for (const text of ['the first 13 of all', 'PAY-12 daydreams', '1 May 2026', 'in n tests'])
      assert.equal(unbroken(text), text);
  });

  it('is for every sentence of a figure', () => {
    const figure = createFigure({
      ...{ id: 'x', group: 'speed', title: 'x', headline: '1 %', proxy: '2 %', withheld: '3 %' },
      ...{ notes: ['4 %'], method: ['5 %'], prompt: '6 %' },
    });
    const { headline, proxy, withheld, notes, method, prompt } = unbrokenFigure(figure);
    assert.equal(
      [headline, proxy, withheld, ...notes, ...method, prompt].join(),
      '1\u00a0%,2\u00a0%,3\u00a0%,4\u00a0%,5\u00a0%,6\u00a0%',
    );
  });
});

describe('wrap', () => {
  it('breaks no line within a number and its unit, and prints ordinary spaces', () => {
    assert.deepEqual(wrap('interval 0 % to 1 %, n = 352', '', 14), ['interval 0 %', 'to 1 %,', 'n = 352']);
  });
});
