import assert from 'node:assert/strict';
import { lintFix } from '../../../src/epics/lintFixes.ts';
import { MEASURE_PLACEHOLDER, type LintFix } from '../../../src/model/lint.ts';
import { OUTCOME_PLACEHOLDER } from '../../../src/model/outcome.ts';
import { applyEdits } from '../../../src/model/textRange.ts';
import { read } from './read.ts';

const EPIC = `---
key: PAY-100 # ours
outcome:
  statement:
  benefits: [business]
  measures: []
  reviews: []
keyResult: kr-1
---
# Guest checkout

## Definition of done
- [x] Tested
`;

function fixed(fix: LintFix, text = EPIC): string {
  return applyEdits(text, [lintFix(text, fix) ?? assert.fail()]);
}

describe('a quick fix of the linter', () => {
  it('adds the line for an outcome', () => {
    const { epic } = read(fixed({ kind: 'addStatement' }));
    assert.equal(epic?.outcome?.statement, OUTCOME_PLACEHOLDER);
    const without = '---\nkey: PAY-100\n---\n';
    assert.equal(read(fixed({ kind: 'addStatement' }, without)).epic?.outcome?.statement, OUTCOME_PLACEHOLDER);
  });

  it('adds a measure to be filled in, and invents no number', () => {
    const [measure] = read(fixed({ kind: 'addMeasure' })).epic?.outcome?.measures ?? [];
    assert.deepEqual([measure?.name, measure?.baseline, measure?.target], [MEASURE_PLACEHOLDER, null, null]);
  });

  it('adds the days of the reviews and touches nothing else', () => {
    const reviews = ['2026-12-20', '2027-01-19', '2027-02-18'];
    const after = fixed({ kind: 'addReviews', reviews });
    assert.deepEqual(read(after).epic?.outcome?.reviews, reviews);
    assert.equal(after.replace(/reviews: .*/, 'reviews: []'), EPIC);
  });

  it('adds who is better off behind those who are', () => {
    assert.equal(
      fixed({ kind: 'addBenefit', benefit: 'customer' }),
      EPIC.replace('[business]', '[business, customer]'),
    );
  });

  it('names what a debt touches', () => {
    assert.deepEqual(read(fixed({ kind: 'addImpact', impact: 'customer experience' })).epic?.debt?.impacts, [
      'customer experience',
    ]);
  });

  it('writes a key result as the tree does', () => {
    assert.equal(fixed({ kind: 'setKeyResult', keyResult: 'KR-1' }), EPIC.replace('kr-1', 'KR-1'));
  });

  it('unticks one box', () => {
    const box = EPIC.indexOf('[x]') + 1;
    assert.equal(fixed({ kind: 'untick', box }), EPIC.replace('[x]', '[ ]'));
    assert.equal(lintFix(EPIC, { kind: 'untick', box: box - 1 }), null);
  });

  it('is refused where no plain edit does it', () => {
    const alias = '---\nkey: PAY-100\nbase: &b { benefits: [] }\noutcome: *b\n---\n';
    assert.equal(lintFix(alias, { kind: 'addBenefit', benefit: 'customer' }), null);
    assert.equal(lintFix('no front matter\n', { kind: 'addStatement' }), null);
  });
});
