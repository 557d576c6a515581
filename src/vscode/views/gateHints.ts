import { isReadyToBuild } from '../../answers/learn/outcomeLint/rules/readyToBuild.ts';
import type { Gate } from '../../model/checklist.ts';
import type { Finding, LintRule } from '../../model/lint.ts';
import { findingText } from '../../wording/lint.ts';

/** Beside a gate's name there is room for a word or two; the tooltip has the question. */
const NOTES: Readonly<Partial<Record<LintRule, string>>> = {
  'gate/expect-churn': 'expect churn?',
  'commitment/premature': 'too early for a date?',
};

/** What the linter asks about a gate, short and in full: both hints are about the one that is met before anything is built. */
export function gateHints(
  gate: Gate,
  findings: readonly Finding[],
): readonly { readonly note: string; readonly question: string }[] {
  if (!isReadyToBuild(gate)) return [];
  return findings.flatMap(finding => {
    const note = NOTES[finding.rule];
    return note === undefined ? [] : [{ note, question: findingText(finding).message }];
  });
}
