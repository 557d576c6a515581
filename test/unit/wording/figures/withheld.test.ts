import assert from 'node:assert/strict';
import { withheldText } from '../../../../src/wording/figures/withheld.ts';

describe('withheldText', () => {
  const window = (weeks: number) => ({ from: '2026-01-05', to: '2026-07-06', weeks });
  const tooFew = (has: number, needs: number) => ({ code: 'tooFew', what: 'pairs', has, needs }) as const;

  it('points to a longer window where one may well hold what is missing', () => {
    assert.equal(
      withheldText(tooFew(8, 20), window(13)),
      'Not shown: needs 20 items with both figures, has 8. A longer window may hold more.',
    );
    assert.match(withheldText(tooFew(5, 20), window(25)), /A longer window may hold more\.$/);
  });

  it('does not where it would take years', () => {
    for (const text of [
      withheldText(tooFew(8, 20), window(26)),
      withheldText(tooFew(4, 20), window(13)),
      withheldText(tooFew(0, 20), window(13)),
      withheldText(tooFew(8, 20)),
    ])
      assert.match(text, /^Not shown: needs 20 items with both figures, has \d\.$/);
  });

  it('says of none and of some how many git shows the way of', () => {
    const coverage = (known: number) => withheldText({ code: 'coverage', known, of: 1202 });
    assert.match(coverage(0), /landing for none of 1202 finished items, and 60 % are needed/);
    assert.match(coverage(8), /landing for only 8 of 1202 finished items, and 60 % are needed/);
  });
});
