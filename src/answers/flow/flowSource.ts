import type { TeamFile } from '../../model/epic.ts';
import type { ImportedSeries } from '../../model/flow/signals.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { ItemSize, OpenItem } from '../../model/work.ts';
import type { WorkItems } from './items/workItems.ts';
import type { EpicSummary, OpenReach } from './metric.ts';

/** Everything that was read for an answer about flow. */
export interface FlowSource {
  readonly work: WorkItems;
  readonly rules: KeyRules;
  /** Epoch seconds. */
  readonly now: number;
  readonly shallow: boolean;
  /** The asked team's file; the repository's where no team was asked for. */
  readonly team: TeamFile;
  /** The teams that may be asked for. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** Ids of the landed and the open items that are the asked team's; null: everything. */
  readonly owned: ReadonlySet<string> | null;
  /** The same of every team that has a part of its own; empty unless one team is exported. */
  readonly ownedByTeams: readonly ReadonlySet<string>[];
  readonly epics: readonly EpicSummary[];
  /** By key; empty without a tracker. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** Open work with its commits, for the identity gate; null when no branch beside main and lasting lines can be seen. */
  readonly open: (OpenWork & OpenReach) | null;
  /** By item; null when sizes were not read. */
  readonly sizes: ReadonlyMap<string, ItemSize> | null;
  readonly signals: readonly ImportedSeries[];
}

export interface OpenWork {
  readonly items: readonly OpenItem[];
  readonly commitsOf: ReadonlyMap<string, readonly string[]>;
}
