import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownTitle } from '../../../src/model/text/shownTitle.ts';

/** What is shown of a title. Every name that stands here is invented. */
const SHOWN: readonly (readonly [title: string, shown: string])[] = [
  ['PAY-101: ask once (#12)', 'PAY-101: ask once (#12)'],
  ['feat(ada): guest checkout', 'feat: guest checkout'],
  ['fix(ada)!: rounding', 'fix!: rounding'],
  ['ada: rounding', 'rounding'],
  ['KAFKA-1: rounding', 'KAFKA-1: rounding'],
  ['docs: rounding', 'docs: rounding'],
  ['Fix rounding as Ada Example asked (#8)', 'Fix rounding'],
  ['Fix rounding by Ada', 'Fix rounding'],
  ['Fix rounding (by ada)', 'Fix rounding'],
  ['Fix rounding [for Ada Example] in totals', 'Fix rounding in totals'],
  ['Fix rounding (thanks to Ada) in totals', 'Fix rounding in totals'],
  ['Add form for Ada', 'Add form'],
  ['Add form for ada', 'Add form'],
  ['Add form from ada/topic', 'Add form'],
  ['Take changes from ada and ben', 'Take changes'],
  ['On behalf of Example Ltd: add form', ''],
  ['Fix rounding, thanks Ada!', 'Fix rounding'],
  ['Fix rounding; reviewed by ada; patched by ben', 'Fix rounding'],
  ['Fix rounding, cc ada', 'Fix rounding'],
  ['Fix rounding. Signed-off-by: Ada Example', 'Fix rounding.'],
  ['Co-authored-by: Ada Example <ada@example.invalid>', ''],
  ['Fix rounding (Ada Example <ada@example.invalid>)', 'Fix rounding'],
  ['Fix rounding, see ada@localhost', 'Fix rounding, see'],
  ['Ask @ada-example about rounding', 'Ask about rounding'],
  ['Ask ＠ada about rounding', 'Ask about rounding'],
  ['Sort by date', 'Sort by date'],
  ['Add support for guest checkout', 'Add support for guest checkout'],
  ['Remove slf4j from the build', 'Remove slf4j from the build'],
  ['Bump lib from 1.2 to 1.3', 'Bump lib from 1.2 to 1.3'],
  ['Add test for `Ada`', 'Add test for `Ada`'],
  ['Call close() for each row', 'Call close() for each row'],
  ['Merge pull request #12 from ada/topic', 'Merge pull request #12'],
  ['Merge pull request #12', 'Merge pull request #12'],
  ['Merged in ada/topic (pull request #7)', 'Merge pull request #7'],
  ["Merge branch 'ada/topic' into 'main'", 'Merge branch'],
  ["Merge branches 'ada' and 'ben'", 'Merge branch'],
  ["Merge remote-tracking branch 'ada/main'", 'Merge remote-tracking branch'],
  ["Merge tag 'ada-1'", 'Merge tag'],
  ['Merge ada/topic into main', 'Merge'],
  ['Merge topic-of-ada into main', 'Merge'],
  ['Merged PR 9: Guest checkout for Ada', 'Merged PR 9: Guest checkout'],
  ['Pull request #9: ada/PAY-1 form', 'Pull request #9: form'],
  ['Merge "Guest checkout by Ada"', 'Merge "Guest checkout"'],
  ['Merge duplicate rows of the cart', 'Merge duplicate rows of the cart'],
  ['Revert "Fix rounding by Ada" (#13)', 'Revert "Fix rounding" (#13)'],
  ['Revert "Reapply "Add form from ada/topic""', 'Revert "Reapply "Add form""'],
  ['Revert "Merge pull request #12 from ada/topic"', 'Revert "Merge pull request #12"'],
  ['Revert "by Ada"', 'Revert'],
  ['Reapply "Fix by Ada', 'Reapply "Fix"'],
  ['revert: feat(ada): form for Ada', 'revert: feat: form'],
  ['Add \u202eform\u0007\u200b b\u200by Ada', 'Add form'],
  ['  a\tb  ', 'a b'],
  ['', ''],
];

describe('a commit’s title as it is shown', () => {
  for (const [title, shown] of SHOWN)
    it(`is ${JSON.stringify(shown)} of ${JSON.stringify(title)}`, () => assert.equal(shownTitle(title), shown));

  it('holds no address, mention, control or bidirectional character, whatever was written', () => {
    const word = fc.constantFrom(
      'Revert "',
      '"',
      'by',
      'Ada',
      '@ada',
      'a@b.cd',
      '(',
      ')',
      'Merge',
      "branch 'x/y'",
      '\u202e',
      '\n',
      'feat(x):',
      'fix',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 }), words => {
        const shown = shownTitle(words.join(' '));
        assert.doesNotMatch(shown, /[@\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u);
        assert.doesNotMatch(shown, /\p{Surrogate}/u);
      }),
    );
  });

  it('takes bounded time for a long title', () => {
    for (const part of ['Revert "', 'by Ada (', 'a ', '(((', 'x@', '<a '])
      assert.ok(shownTitle(part.repeat(100_000)).length <= 1000);
  });
});
