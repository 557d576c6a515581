import type { Withheld } from './withheld.ts';
import type { LittleCheck } from './wip.ts';

export const ODDS = [50, 70, 85, 95] as const;

/** One answer of a simulation: it holds in `percent` % of the trials. */
export interface Odds {
  readonly percent: (typeof ODDS)[number];
  /** Items or periods; null: beyond what is simulated. */
  readonly value: number | null;
}

/** At least so many items in the next weeks. */
export interface ItemsForecast {
  readonly weeks: number;
  readonly odds: readonly Odds[];
}

/** So many items in at most `value` weeks; null is beyond ten years. */
export interface WeeksForecast {
  readonly items: number;
  readonly odds: readonly (Odds & {
    /** The day by which those weeks are over (`YYYY-MM-DD`). */
    readonly by: string | null;
  })[];
}

/** The same, if work goes on being added as it was. */
export interface GrowingScope {
  /** Tickets created for each one finished: median of the weeks drawn from, at least 1. */
  readonly rate: number;
  /** Weeks behind the median: those in which a ticket was created or finished. */
  readonly weeks: number;
  /** `items` are those that are asked about; their odds are those of `items` times the rate. */
  readonly weeksFor: readonly WeeksForecast[];
}

/** What the team's own past weeks lead to expect, as odds. */
export interface Forecast {
  readonly withheld: Withheld | null;
  /**
   * The last day of a window that ended more than a week ago (`YYYY-MM-DD`): weeks are counted from there, as what came
   * since lies in no week that was drawn from. null: they are counted from today.
   */
  readonly after: string | null;
  /** Whole weeks that were drawn from, those without a finished item among them, and the items of all. */
  readonly weeks: number;
  readonly emptyWeeks: number;
  readonly items: number;
  readonly itemsIn: readonly ItemsForecast[];
  readonly weeksFor: readonly WeeksForecast[];
  /** null: tickets do not tell how much work is added, so only a fixed scope can be told. */
  readonly growing: GrowingScope | null;
  /** Whether work came and went alike; null when it cannot be told. */
  readonly little: LittleCheck | null;
}
