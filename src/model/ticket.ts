/** What a status means for the flow of work. */
export const STATUS_CATEGORIES = [
  'todo',
  'active',
  'queue',
  'approval',
  'blocked',
  'done',
  'dropped',
  'unknown',
] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** A ticket as a tracker tells it, without anybody in it. Times are epoch seconds. */
export interface Ticket {
  readonly key: string;
  readonly type: string | null;
  readonly labels: readonly string[];
  readonly parent: string | null;
  readonly created: number;
  /** Oldest first. */
  readonly transitions: readonly StatusChange[];
}

/** The ticket entered a status. */
export interface StatusChange {
  readonly at: number;
  /** Name of the status, as the tracker writes it. */
  readonly status: string;
  readonly category: StatusCategory;
}
