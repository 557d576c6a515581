import type { TextRange } from '../../model/textRange.ts';

export type CompletionKind = 'field' | 'value' | 'key' | 'day' | 'file' | 'folder' | 'gate' | 'snippet';

/** One proposal: what it is called, and what it puts in place of `range`. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail: string | null;
  readonly documentation: string | null;
  readonly range: TextRange;
  readonly insert: string;
  /** `insert` has places to fill in (`${1:word}`); its lines are indented as they should stand. */
  readonly snippet: boolean;
  /** What is compared with the text in `range`; null: the label. */
  readonly filter: string | null;
}

/** A proposal before it is known what it replaces. */
export type Proposal = Pick<Completion, 'label' | 'kind'> & Partial<Omit<Completion, 'range'>>;

/** Places a proposal. */
export function completion(proposal: Proposal, range: TextRange): Completion {
  const { label } = proposal;
  return { detail: null, documentation: null, insert: label, snippet: false, filter: null, ...proposal, range };
}

/** A text that stands for itself in a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
