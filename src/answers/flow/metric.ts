import type { Dependency, TeamFile } from '../../model/epic.ts';
import type { DeploymentFailure } from '../../model/flow/failures.ts';
import type { FlowRequest, FlowWindow } from '../../model/flow/flow.ts';
import type { ImportedSeries } from '../../model/flow/signals.ts';
import type { Stage } from '../../model/stage.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { DeployedChange, Deployment, ItemSize, OpenItem, WorkItem, WorkType } from '../../model/work.ts';
import type { Calendar } from './time/calendar.ts';
import type { Week } from './time/weeks.ts';

/** What every metric is computed from. Nothing in it says who. */
export interface FlowInput {
  /** Epoch seconds. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly window: FlowWindow;
  /** The window's whole weeks, first to last. */
  readonly weeks: readonly Week[];
  /** The work type that was asked for; null for all. */
  readonly type: FlowRequest['type'];
  readonly use: FlowRequest['use'];
  /** Whether an instant (epoch seconds) falls into the window. */
  readonly isInside: (seconds: number) => boolean;
  /** Every item that was read, of all work types, by the time it landed: also what landed before the window and after it. */
  readonly items: readonly WorkItem[];
  /** Items of the asked type that landed in the window. Some are bots' work: `Gate.isAutomated` tells. */
  readonly finished: readonly WorkItem[];
  /** Open work of the asked type; null when no branch beside main and lasting lines can be seen. */
  readonly open: readonly OpenItem[] | null;
  readonly openReach: OpenReach;
  /** By time. */
  readonly deployments: readonly Deployment[];
  /** What became of each deployment, by its id. */
  readonly failures: ReadonlyMap<string, DeploymentFailure>;
  readonly changes: readonly DeployedChange[];
  /** Ids of items that landed since there are deployments and are in none, not even in a stream's first one. */
  readonly waiting: ReadonlySet<string>;
  /** Size of the window's items; null when sizes were not read. */
  readonly sizes: ReadonlyMap<string, ItemSize> | null;
  /** Tickets by key, from a tracker; empty without one. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly team: TeamFile;
  readonly epics: readonly EpicSummary[];
  /** Series from elsewhere that `team.yaml` names, in its order. */
  readonly signals: readonly ImportedSeries[];
  /** Epoch seconds before which nothing is known (shallow clone); null when the history is whole. */
  readonly knownSince: number | null;
}

/** How far the reading of open work went. */
export interface OpenReach {
  /** More branches, or commits of them, were there than are looked at. */
  readonly truncated: boolean;
  /** Epoch seconds: how old remote branches are; null when they never were fetched. */
  readonly fetchedAt: number | null;
}

/** What flow needs of an epic file. */
export interface EpicSummary {
  readonly key: string;
  readonly tickets: readonly string[];
  readonly type: WorkType | null;
  readonly stage: Stage | null;
  /** It has a statement, and not the template's. */
  readonly hasOutcome: boolean;
  /** It has a measure with baseline and target. */
  readonly testable: boolean;
  /** Open items of its Ready-to-build gate; null when it has no such gate. */
  readonly readyToBuildOpen: number | null;
  readonly dependsOn: readonly Dependency[];
}

/** A group of items whose people the identity gate is asked about. */
export type Cell = number;
/** Names a cell. Items of one cell that are empty of people's commits are fine. */
export type Ask = (items: readonly { readonly id: string }[]) => Cell;

/** What the identity gate said. */
export interface Gate {
  /** The cell's group is large enough for what the answer is used for. An empty cell passes: it describes nobody. */
  passes(cell: Cell): boolean;
  /** Bots alone made a landed or an open item. */
  isAutomated(item: { readonly id: string; readonly automated?: boolean }): boolean;
  /** How an item may be called: `PAY-101`, `#42` or null. */
  labelOf(item: { readonly ticket: string | null; readonly number?: number | null }): string | null;
  /** Shown only because of the solo setting. */
  readonly solo: boolean;
}

/**
 * A metric in two steps, because the identity gate is asked once for everything: the first names the cells whose people
 * matter, the second computes with what the gate said.
 */
export type Metric<Result> = (input: FlowInput, ask: Ask) => (gate: Gate) => Result;
