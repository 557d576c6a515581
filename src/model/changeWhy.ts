import type { Answer } from './answer.ts';
import type { MissingLink, TicketChain, WhyAnswer, WhyReason } from './why.ts';

/** A commit as it may be shown to somebody who asked about a line, a file or an outcome. Times are epoch seconds. */
export interface Change {
  /** Full hash. */
  readonly hash: string;
  /** The message's first line after the title rule; '' when nothing is left of it. */
  readonly title: string;
  readonly written: number;
  readonly landed: number;
  /** Pull- or merge-request number. */
  readonly number: number | null;
}

export interface ChangeWhy extends TicketChain {
  readonly change: Change;
  /** The merge that brought the change to the main branch, when the ticket was found there and not in the change itself. */
  readonly landedBy: Change | null;
}

/** `change/boundary`: the history ends here (shallow clone), so an older commit may have made the change. */
export type ChangeMissing = 'change/boundary' | MissingLink;
export type ChangeWhyAnswer = Answer<ChangeWhy, WhyReason, ChangeMissing>;

export interface LineQuestion {
  /** Inside the repository, with `/`. */
  readonly path: string;
  /** Counted from 1, in `text`. */
  readonly line: number;
  /** The file as the person sees it (unsaved text included); null: as it is on the disk. */
  readonly text: string | null;
}

/** `uncommitted`: HEAD does not hold the line as it stands (changed, new, untracked): it is the branch's. */
export type LineWhy =
  | { readonly kind: 'committed'; readonly why: ChangeWhyAnswer }
  | { readonly kind: 'uncommitted'; readonly why: WhyAnswer };
