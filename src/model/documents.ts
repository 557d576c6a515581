import type { Measure } from './outcome.ts';

/** The documents that teams keep beside an epic; each has a template. */
export const DOCUMENT_KINDS = [
  'decision-log',
  'risks',
  'kick-off',
  'launch-plan',
  'post-launch-review',
  'product-thesis',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `templates/<name>.md` in the folder of the epic files is the team's own. */
export const TEMPLATE_NAMES = ['epic', ...DOCUMENT_KINDS] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** What a template is filled with; what is not known is '', or an empty list. */
export interface DocumentValues {
  readonly key: string;
  readonly title: string;
  /** The anticipated outcome. */
  readonly outcome: string;
  readonly measures: readonly Measure[];
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The day it went live, `YYYY-MM-DD`. */
  readonly launched: string;
  /** The epic file as a link of a document beside it goes: `../PAY-100-guest-checkout.md`. */
  readonly epicPath: string;
}

/** What is odd about a team's template. `src/wording/documents.ts` makes the sentences. */
export type TemplateProblem =
  /** `{{name}}` stands in it and is filled by nothing. */
  | { readonly kind: 'placeholder'; readonly name: string }
  /** Built-in gates in whose place it has none. */
  | { readonly kind: 'gates'; readonly names: readonly string[] }
  /** Gates without an item: they can never be met. */
  | { readonly kind: 'emptyGates'; readonly names: readonly string[] }
  /** New epics would not have their own key. */
  | { readonly kind: 'key' };
