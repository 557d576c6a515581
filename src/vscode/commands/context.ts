import type { Agents } from '../agents/agents.ts';
import type { Log } from '../log.ts';
import type { Insights } from '../webviews/insightsPanel.ts';
import type { OnePanel } from '../webviews/onePanel.ts';
import type { ReadOnlyEpics } from '../editor/readOnlyEpics.ts';
import type { WhyHovers } from '../editor/whyHovers.ts';
import type { Session } from '../session.ts';
import type { Ticker } from '../ticker.ts';
import type { EpicsTree } from '../views/epics/epicsTree.ts';

/** What commands work with. */
export interface CommandContext {
  readonly session: Session;
  readonly ticker: Ticker;
  readonly insights: Insights;
  readonly board: OnePanel<unknown>;
  readonly epics: EpicsTree;
  readonly agents: Agents;
  readonly readOnlyEpics: ReadOnlyEpics;
  readonly whyHovers: WhyHovers;
  readonly log: Log;
}

/** A command's work. Arguments come from menus, webviews and other extensions: each command checks its own. */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void>;
