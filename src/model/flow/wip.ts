import type { OpenSources } from './openWork.ts';
import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

/** Items that were begun and are not finished. */
export interface Wip {
  readonly withheld: Withheld | null;
  /** Open items with a known start, branches only with a sign of life in the last 30 days; null when hidden or not read. */
  readonly now: number | null;
  /** Open items without a known start, and branches without a sign of life: told apart, in no figure. */
  readonly unknownStart: number | null;
  readonly stale: number | null;
  /** How far the reading of branches went; null where they were not read. `fetched`: `YYYY-MM-DD`, null for never. */
  readonly reach: { readonly truncated: boolean; readonly fetched: string | null } | null;
  /** null without tickets, or hidden. */
  readonly sources: OpenSources | null;
  /** What tells of the items of now and of the past. */
  readonly toldBy: 'tickets' | 'branches' | 'both';
  /** Why there is no history; null when there is. */
  readonly historyWithheld: Withheld | null;
  /** Tickets without commits are not counted in the history: they are too many for anybody to be told who is behind them. */
  readonly historyWithoutCommits: OpenSources['withoutCommits'];
  /** Finished items of the window, and those of them with a known start. */
  readonly finished: number;
  readonly known: number;
  /** Work in progress at the end of each Monday (of the first one of a bin), with its limits. */
  readonly series: BehaviourSeries | null;
  /** Mean of the days of each bin of the series; null where it has no value. */
  readonly averages: readonly (number | null)[];
  readonly little: LittleCheck | null;
}

/**
 * Little's law over the window: whether what comes in, stays and goes out fit each other. Times in days. A ticket comes in
 * when it begins, and goes out when it is done or dropped.
 */
export interface LittleCheck {
  readonly averageWip: number;
  readonly perDay: number;
  readonly meanDays: number;
  /** averageWip / (perDay * meanDays). */
  readonly ratio: number;
  readonly arrivals: number;
  readonly departures: number;
  /** Both the ratio and arrivals / departures are within a quarter of 1. */
  readonly isStable: boolean;
}
