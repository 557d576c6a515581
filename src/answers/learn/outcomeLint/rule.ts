import type { ChecklistItem } from '../../../model/checklist.ts';
import type { Epic, EpicFile, OutcomesFolder } from '../../../model/epic.ts';
import type { FindingData, FindingSeverity, LintFix, LintRule } from '../../../model/lint.ts';
import { hasAnticipatedOutcome, type Outcome } from '../../../model/outcome.ts';
import type { Readiness } from '../../../model/ready.ts';
import type { TextRange } from '../../../model/textRange.ts';

export interface LintContext {
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
  readonly outcomes: OutcomesFolder;
  /** How the file's items stand; null where that is not known at this moment, so that nothing is found about them. */
  readonly readiness: Readiness | null;
  /** Commits land for this epic. */
  readonly commitsLand: boolean;
}

/** An epic file of which something could be read. */
export interface Subject {
  readonly file: EpicFile;
  readonly epic: Epic;
}

/** What a rule found, and where: a range, or the first of these front-matter paths that the file has. */
export interface Found {
  readonly at: TextRange | readonly string[];
  readonly data?: FindingData;
  readonly fixes?: readonly LintFix[];
}

/** One rule: pure, and silent when in doubt. */
export interface Rule {
  readonly id: LintRule;
  readonly severity: FindingSeverity;
  /** The front-matter key that it reads: where its value is broken, the rule is silent. */
  readonly reads: string;
  /** Also asked of closed epics. Nothing is asked of stopped ones. */
  readonly ofClosed?: boolean;
  find(subject: Subject, context: LintContext): readonly Found[];
}

/** The outcome when somebody wrote it; null when it is missing or still the template's. */
export function writtenOutcome({ outcome }: Epic): Outcome | null {
  return hasAnticipatedOutcome(outcome) ? outcome : null;
}

/** What `judge` finds in items of any gate, each at its item. */
export function foundInItems({ gates }: Epic, judge: (item: ChecklistItem) => FindingData | null): readonly Found[] {
  return gates
    .flatMap(({ items }) => items)
    .flatMap(item => {
      const data = judge(item);
      return data === null ? [] : [{ at: item.range, data }];
    });
}
