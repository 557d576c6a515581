import type { EpicFile } from './epic.ts';
import type { Benefit } from './outcome.ts';
import type { TextRange } from './textRange.ts';

/** What the linter looks for; `docs/linter.md` has a section for each. */
export const LINT_RULES = [
  'outcome/missing',
  'outcome/template-left',
  'outcome/output-not-outcome',
  'outcome/no-beneficiary',
  'measure/missing',
  'measure/no-baseline',
  'measure/no-target',
  'measure/no-date',
  'measure/vanity',
  'measure/target-is-flow-metric',
  'debt/no-impact',
  'commitment/premature',
  'review/overdue',
  'gate/expect-churn',
  'gate/claimed-without-evidence',
  'gate/near-miss',
  'evidence/broken',
  'proof/not-understood',
  'waiver/no-such-day',
  'key/near-miss',
  'epic/unknown-key-result',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** What debt can cost. */
export const DEBT_IMPACTS = ['reliability', 'scalability', 'risk', 'customer experience', 'volume', 'cost'] as const;
export type DebtImpact = (typeof DEBT_IMPACTS)[number];

/** The name of a measure that the quick fix adds, until somebody writes another. */
export const MEASURE_PLACEHOLDER = 'What would you count or time?';

/** A hint is a question; a warning names something that contradicts itself or is not there. */
export type FindingSeverity = 'hint' | 'warning';

/** What the words of a finding need; each rule fills what it knows. */
export interface FindingData {
  /** A measure, an item or a key result, as written. */
  readonly name?: string;
  readonly gate?: string;
  /** What evidence points to. */
  readonly target?: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
  /** Items that are open. */
  readonly open?: number;
}

/** A change that needs no guess: what only the person can know is a choice or a place to fill in. */
export type LintFix =
  | { readonly kind: 'addStatement' | 'addMeasure' }
  | { readonly kind: 'addReviews'; readonly reviews: readonly string[] }
  | { readonly kind: 'addBenefit'; readonly benefit: Benefit }
  | { readonly kind: 'addImpact'; readonly impact: DebtImpact }
  | { readonly kind: 'setKeyResult'; readonly keyResult: string }
  /** `box`: offset of the character between the brackets. */
  | { readonly kind: 'untick'; readonly box: number };

/** One thing that is worth a look in an epic file. Plain data; `src/wording/lint.ts` makes the sentences. */
export interface Finding {
  readonly rule: LintRule;
  /** Path inside the repository, with `/`. */
  readonly file: string;
  readonly range: TextRange;
  /** 1-based line of `range`, for faces that have no editor. */
  readonly line: number;
  readonly severity: FindingSeverity;
  readonly data: FindingData;
  readonly fixes: readonly LintFix[];
}

/** The findings of one file, in the order of its text. */
export interface LintedEpic {
  readonly file: EpicFile;
  readonly findings: readonly Finding[];
}
