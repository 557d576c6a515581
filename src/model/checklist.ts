import type { Stage } from './stage.ts';
import type { TextRange } from './textRange.ts';

/**
 * Something a tick points to. `target` is as written, without its #anchor and without a `commit:`, `tag:` or `ticket:`
 * before it; a bare `#heading` points to the file itself.
 */
export interface EvidenceLink {
  readonly kind: 'path' | 'commit' | 'tag' | 'ticket' | 'url';
  readonly target: string;
  /** `#heading` or `#L10`, without the `#`. */
  readonly anchor: string | null;
  readonly label: string;
  readonly range: TextRange;
}

/** A check that the repository itself can answer, from `<!-- proof: … -->`. */
export type Proof =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'changed'; readonly glob: string }
  | { readonly kind: 'tag'; readonly glob: string }
  | { readonly kind: 'ticket'; readonly key: string; readonly status: string }
  | { readonly kind: 'absent'; readonly text: string }
  | { readonly kind: 'invalid'; readonly written: string };

/** One task of a gate, as written in the file. */
export interface ChecklistItem {
  /** The task's words without evidence links, waiver, reason and proof. */
  readonly text: string;
  readonly ticked: boolean;
  /** Range of the single character between the brackets. */
  readonly box: TextRange;
  /** Range of the whole item's own text (from the bracket to the end of its paragraph). */
  readonly range: TextRange;
  readonly evidence: readonly EvidenceLink[];
  /** Accepted until this day, inclusive (`YYYY-MM-DD`). */
  readonly waiver: { readonly until: string; readonly reason: string } | null;
  /** Struck through; an empty reason counts as open. */
  readonly notApplicable: { readonly reason: string } | null;
  readonly proof: Proof | null;
}

/** A named checklist at a handoff. */
export interface Gate {
  readonly name: string;
  /** The stage that this gate must be met to leave. */
  readonly stage: Stage;
  readonly heading: TextRange;
  readonly items: readonly ChecklistItem[];
}

/** DECISIONS of the product: which states count as met is in `answers/ready`. */
export const ITEM_STATES = [
  'proved',
  'evidenced',
  'claimed',
  'stale',
  'waived',
  'notApplicable',
  'broken',
  'disproved',
  'unknown',
  'open',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];
