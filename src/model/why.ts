import type { Answer } from './answer.ts';
import type { Pause } from './branch.ts';
import type { EpicFile, KeyResult, Objective } from './epic.ts';

/** How a ticket was found, in order of trust; `asked` when the question named it. */
export const TICKET_SOURCES = ['asked', 'pin', 'association', 'branchName', 'closing', 'subject', 'body'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

export interface TicketCandidate {
  readonly key: string;
  readonly source: TicketSource;
  /** Commits that name it (for closing, subject and body); else 0. */
  readonly commits: number;
}

export type EpicSource = 'isTheEpic' | 'listsTheTicket';

/** What of the branch is known: label rebuilt from its facts, never the raw name. */
export interface BranchSummary {
  /** `none` when the question was about a ticket. */
  readonly state: 'branch' | 'main' | 'unborn' | 'detached' | 'none';
  readonly label: string;
  /** git has left the branch for a while and comes back to it; null when HEAD names it. */
  readonly during: Pause | null;
  /** Short name of the main branch and how it was found; null when there is none. */
  readonly main: { readonly name: string; readonly how: 'team' | 'originHead' | 'commonName' | 'head' } | null;
  /** Commits that main does not have; null when that cannot be told. */
  readonly commits: number | null;
  readonly commitsTruncated: boolean;
  readonly shallow: boolean;
}

/** From tickets to what they are for. */
export interface TicketChain {
  readonly ticket: TicketCandidate | null;
  readonly otherTickets: readonly TicketCandidate[];
  readonly epic: EpicFile | null;
  readonly epicSource: EpicSource | null;
  /** Epic files of which nothing could be read: the ticket may belong to one of them. */
  readonly unreadableEpics: readonly EpicFile[];
  /** Other epic files that have or list the ticket. */
  readonly otherEpics: readonly EpicFile[];
  readonly keyResult: KeyResult | null;
  readonly objective: Objective | null;
}

export interface BranchWhy extends TicketChain {
  readonly branch: BranchSummary;
  /** "Not this ticket" was said of these. */
  readonly ignoredTickets: readonly string[];
}

/** Links of the chain behind the question that are missing. */
export type MissingLink =
  | 'ticket/none'
  | 'epics/none'
  | 'epic/none'
  | 'epic/unreadable'
  | 'outcome/none'
  | 'keyResult/none'
  | 'keyResult/unknown';

/** The first missing link breaks the chain; the others are listed behind it. */
export type WhyMissing = 'branch/unborn' | 'branch/detached' | 'branch/isMain' | MissingLink;

export type WhyReason = `ticket/${TicketSource}` | `epic/${EpicSource}` | 'epic/fromMain' | 'main/guessed';

export type WhyAnswer = Answer<BranchWhy, WhyReason, WhyMissing>;
