import type { Epic } from '../../model/epic.ts';
import type { PastReach } from '../../model/learn/calibration.ts';

/** What an epic file said of its outcome from a day on. */
export interface OutcomeVersion {
  /** The day of the commit (`YYYY-MM-DD`); null for what is not committed. */
  readonly on: string | null;
  /** null where nothing could be read. */
  readonly outcome: Epic['outcome'];
  readonly launched: Epic['launched'];
}

/** The versions of one epic file, oldest first; the last is what the file says now. */
export interface OutcomePast {
  readonly reach: PastReach;
  readonly versions: readonly OutcomeVersion[];
}
