import { LINT_RULES } from '../model/lint.ts';
import type { ProblemCode } from '../model/problem.ts';
import { lintRuleTitle, lintRuleWhy } from '../wording/lint.ts';
import { problemText } from '../wording/problems.ts';
import type { LintEntry, LintSeverity } from './lintEntries.ts';
import { sarifLog, type SarifLevel, type SarifRule } from './sarif.ts';

const LEVELS: Readonly<Record<LintSeverity, SarifLevel>> = { error: 'error', warning: 'warning', hint: 'note' };

/** What the linter says, as SARIF; `unanswered`: why there was nothing to look at, empty when there was. */
export function lintSarif(
  entries: readonly LintEntry[],
  version: string | null,
  unanswered: readonly string[] = [],
): unknown {
  return sarifLog({
    version,
    name: 'lint',
    rules: new Map(entries.map(entry => [entry.rule, ruleOf(entry)])),
    results: entries.map(({ rule, severity, file, start, end, message, why, subject }) => ({
      rule,
      level: LEVELS[severity],
      message: why === null ? message : `${message} ${why}`,
      path: file,
      start,
      end,
      subject,
    })),
    unanswered,
  });
}

function ruleOf({ rule, severity }: LintEntry): SarifRule {
  const level = LEVELS[severity];
  const known = LINT_RULES.find(id => id === rule);
  if (known !== undefined) return { title: lintRuleTitle(known), description: lintRuleWhy(known), level };
  const { title } = problemText({ code: rule as ProblemCode });
  return { title, description: `${title}.`, level };
}
