import type { WorkType } from '../work.ts';
import type { FlowStage } from './stages.ts';

/**
 * What a ticket says of work in progress beside its start: something holds it up; it was done and was taken up again;
 * nothing moved for 30 days, and yet it stands in a status that means work.
 */
export const OPEN_FLAGS = ['blocked', 'reopened', 'still'] as const;
export type OpenFlag = (typeof OPEN_FLAGS)[number];

/** Where the open items of a figure come from, and what is told of them. All null where hidden to protect people. */
export interface OpenSources {
  /** Told by their ticket, and by branches alone; they add up to all that are counted. */
  readonly tickets: number | null;
  readonly branches: number | null;
  readonly flagged: Readonly<Record<OpenFlag, number | null>>;
  /** Branches that are not counted because their ticket is done or was dropped. */
  readonly over: number | null;
  /** Tickets without commits are not counted: they are too many for anybody to be told who is behind them. */
  readonly withoutCommits: 'counted' | 'leftOut';
}

/** What a ticket says of one open item. */
export interface TicketState {
  readonly stage: FlowStage;
  readonly flags: readonly OpenFlag[];
}

/** Begun perhaps, but nobody can say when: in no figure. For views only. */
export interface UnknownStart {
  readonly id: string;
  readonly label: string | null;
  readonly type: WorkType;
  /** `YYYY-MM-DD` */
  readonly lastSign: string;
}
