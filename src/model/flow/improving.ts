import type { BehaviourSeries } from './processBehaviour.ts';
import type { Withheld } from './withheld.ts';

export type ImprovingMeasureId = 'cycleTime' | 'throughput' | 'reverts';

/** What the latest values of a measure say against its own baseline. */
export type Lately =
  /** A signal on the welcome side, on the other one, or on both. */
  | 'favourable'
  | 'unfavourable'
  | 'both'
  /** A larger step than expected, which says nothing about a side. */
  | 'step'
  | 'noSignal';

export interface ImprovingMeasure {
  readonly id: ImprovingMeasureId;
  /** Why it cannot tell; null when it can. */
  readonly withheld: Withheld | null;
  /** Its values hardly ever change, so there are no limits that could be left. */
  readonly flat: boolean;
  /** null when it cannot tell. */
  readonly lately: Lately | null;
  /** Seconds, items or shares a bin; null when withheld. */
  readonly series: BehaviourSeries | null;
}

/** Whether the team's flow departs from its own baseline, and to which side. */
export interface Improving {
  /** Why it is not asked at all. */
  readonly withheld: Withheld | null;
  /** null: none of the measures can tell. */
  readonly verdict: 'improving' | 'tradeOff' | 'unfavourable' | 'noChange' | null;
  readonly measures: readonly ImprovingMeasure[];
}
