import type { Finding } from '../../model/lint.ts';
import type { QuestionView } from '../../protocol/outcomeProtocol.ts';
import { findingText } from '../../wording/lint.ts';

/**
 * What the linter finds in the branch's epic, as questions, those first that are about a contradiction. Left out is what the
 * view says elsewhere: a gap is about a missing outcome, a notice about an unknown key result.
 */
export function epicQuestions(findings: readonly Finding[], isOutcomeWritten: boolean): QuestionView[] {
  const asked = findings.filter(
    ({ rule }) =>
      rule !== 'outcome/missing' &&
      rule !== 'epic/unknown-key-result' &&
      (isOutcomeWritten || rule !== 'outcome/template-left'),
  );
  return asked
    .toSorted((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'))
    .map(finding => ({
      text: findingText(finding).message,
      open: { id: 'openLine', label: 'Show', argument: `${finding.file}#L${finding.line}` },
    }));
}
