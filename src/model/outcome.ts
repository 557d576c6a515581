import { MEASURE_PLACEHOLDER } from './lint.ts';

/** Who is better off. */
export const BENEFITS = ['customer', 'business', 'platform'] as const;
export type Benefit = (typeof BENEFITS)[number];

export const VERDICTS = ['achieved', 'partly', 'not', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One value of a measure on one day (`YYYY-MM-DD`). */
export interface Measurement {
  readonly on: string;
  readonly value: number;
}

/** How we would see the outcome. The direction follows from baseline and target. */
export interface Measure {
  readonly name: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly by: string | null;
  /** Percent, as stated by the team; never defaulted. */
  readonly confidence: number | null;
  readonly tolerance: number | null;
  readonly measured: readonly Measurement[];
}

export interface EarlySign {
  readonly sign: string;
  readonly by: string | null;
  readonly seen: string | null;
}

/** The expected change for customer, business or platform, written before the work. */
export interface Outcome {
  readonly statement: string;
  readonly benefits: readonly Benefit[];
  readonly measures: readonly Measure[];
  readonly earlySigns: readonly EarlySign[];
  /** Days on which the team looks at it again (`YYYY-MM-DD`). */
  readonly reviews: readonly string[];
  readonly actual: { readonly verdict: Verdict; readonly on: string | null; readonly note: string | null } | null;
}

/** The template's untouched sentence; an epic that still has it has no anticipated outcome. */
export const OUTCOME_PLACEHOLDER = 'Write one or two sentences: what will be different, and for whom?';

const NOTHING_SAID = /^(?:tbd|tba|tbc|todo|to be defined|to be done|xxx|n\/?a|lorem ipsum\b.*|[.…?_-]+)[.!]?$/is;

/** True for text that a template left, or that only says that somebody will write it. */
export function isTemplateLeft(text: string): boolean {
  const words = text.trim();
  if (words === OUTCOME_PLACEHOLDER || words === MEASURE_PLACEHOLDER || NOTHING_SAID.test(words)) return true;
  const open = words.indexOf('{{');
  const isWhole = /^<[^<>]*>$|^\[[^[\]]*\]$/.test(words);
  return isWhole || (open !== -1 && words.includes('}}', open));
}

/** True when somebody wrote an intention: some text that no template left. */
export function hasAnticipatedOutcome(outcome: Outcome | null): outcome is Outcome {
  return outcome !== null && outcome.statement.trim() !== '' && !isTemplateLeft(outcome.statement);
}

/** True when a later measurement could show it: a measure has a baseline and a target. */
export function isTestable(outcome: Pick<Outcome, 'measures'> | null): boolean {
  return outcome?.measures.some(({ baseline, target }) => baseline !== null && target !== null) ?? false;
}
