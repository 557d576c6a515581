/** Commits of a branch that are about one ticket. */
export interface TicketChanges {
  /** null: they name no ticket, and the branch has none. */
  readonly ticket: string | null;
  /** The epic that the ticket is or belongs to. */
  readonly epic: { readonly key: string; readonly title: string } | null;
  /** Merges left out. */
  readonly commits: number;
}

/** What a branch holds that main does not, by ticket: the branch's own first, then most commits first. No subject, nobody. */
export interface BranchChanges {
  readonly byTicket: readonly TicketChanges[];
  /** Only the newest commits were looked at. */
  readonly truncated: boolean;
}

/** A text that a team has for its pull or merge requests. */
export interface RequestTemplate {
  /** Inside the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}
