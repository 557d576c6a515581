import { MEASURE_PLACEHOLDER, type LintFix } from '../model/lint.ts';
import { OUTCOME_PLACEHOLDER } from '../model/outcome.ts';
import type { TextEdit } from '../model/textRange.ts';
import { appendEntry, setField } from './editFields.ts';
import { setKeyResult } from './editOutcome.ts';
import { tick } from './edits.ts';

/**
 * The edit of a quick fix of the linter; nothing else of the text changes. null when the text is written so that no plain edit
 * does it, or is not what the finding was about any more.
 */
export function lintFix(text: string, fix: LintFix): TextEdit | null {
  switch (fix.kind) {
    case 'addStatement':
      return setField(text, ['outcome', 'statement'], OUTCOME_PLACEHOLDER);
    case 'addMeasure':
      return appendEntry(text, ['outcome', 'measures'], { name: MEASURE_PLACEHOLDER });
    case 'addReviews':
      return setField(text, ['outcome', 'reviews'], fix.reviews);
    case 'addBenefit':
      return appendEntry(text, ['outcome', 'benefits'], fix.benefit);
    case 'addImpact':
      return appendEntry(text, ['debt', 'impacts'], fix.impact);
    case 'setKeyResult':
      return setKeyResult(text, fix.keyResult);
    case 'untick':
      return tick(text, fix.box, false);
  }
}
