/** How the key stands before the words of a title: `PAY-1: `, `[PAY-1] `, `[PAY-1]: `, `(PAY-1) `, `PAY-1 - `, `PAY-1 `. */
export const LEADS = {
  colon: ['', ': '],
  brackets: ['[', '] '],
  bracketsColon: ['[', ']: '],
  parentheses: ['(', ') '],
  dash: ['', ' - '],
  space: ['', ' '],
} as const;
export type Lead = keyof typeof LEADS;

/** How the key stands behind them. */
export const ENDS = { parentheses: [' (', ')'], brackets: [' [', ']'] } as const;
export type End = keyof typeof ENDS;

/** What people write before an issue's number. */
export const NUMBER_MARKS = ['#', 'gh-', 'GH-', 'AB#'] as const;
export type NumberMark = (typeof NUMBER_MARKS)[number];

/** Where a commit's message names its ticket. `mark` stands before the number of a ticket that has one for a key. */
export type TicketPlace =
  /** Before the title's words; behind a conventional type (`fix(cart): PAY-1 …`) when `afterType`. */
  | { readonly at: 'lead'; readonly lead: Lead; readonly afterType: boolean; readonly mark: NumberMark }
  /** The scope of a conventional type: `fix(PAY-1): …`. */
  | { readonly at: 'scope'; readonly mark: NumberMark }
  | { readonly at: 'end'; readonly end: End; readonly mark: NumberMark }
  /** A line of its own: the trailer `Refs: PAY-1`, or, without a colon, `Closes gh-12`. */
  | { readonly at: 'line'; readonly word: string; readonly colon: boolean; readonly mark: NumberMark };

/** How new commits name their ticket. */
export interface TicketConvention {
  readonly place: TicketPlace;
  /** `default`: too few commits name a ticket, or they do not agree. */
  readonly how: 'history' | 'default';
  /** Commits looked at that name a ticket, and those of them that name it in the most usual place. */
  readonly named: number;
  readonly agreeing: number;
}

/** What git itself calls a trailer, where nothing else is usual. */
export const DEFAULT_PLACE: TicketPlace = { at: 'line', word: 'Refs', colon: true, mark: '#' };
