import type { Dependency } from '../epic.ts';
import type { WorkType } from '../work.ts';
import type { FlowStage, StagedItems, StageTime } from './stages.ts';

/** A box of the map: where items are worked on, or a place that they reach. */
export interface StreamBox {
  readonly id: string;
  /** Time in it; null for a place that is reached in an instant. */
  readonly time: StageTime | null;
  readonly kind: 'begun' | 'work' | 'landed' | 'done' | 'production';
}

/** Waiting between two boxes. */
export interface StreamArrow {
  readonly from: string;
  readonly to: string;
  readonly time: StageTime;
  /** It holds most of the waiting, also in 80 % of the resamples of items. */
  readonly constraint: boolean;
}

/** One work type's stages. */
export interface StreamType {
  readonly type: WorkType;
  /** null where the type is hidden to protect people. */
  readonly items: number | null;
  /** In the order of the whole map; empty where hidden. */
  readonly stages: readonly StageTime[];
}

/** The value stream as it is: work in boxes, waiting in arrows, and the place where most of the waiting is. */
export interface ValueStream extends StagedItems {
  readonly boxes: readonly StreamBox[];
  readonly arrows: readonly StreamArrow[];
  /** null: no single place clearly holds most of the waiting, or it is hidden. */
  readonly constraint: FlowStage | null;
  /** Part of the resamples in which the place with most of the waiting stays that; null without one. */
  readonly held: number | null;
  /** Largest first; empty in exports and when one type was asked for. */
  readonly types: readonly StreamType[];
  /** What the epics need of other teams in the window, by when it began. */
  readonly outside: readonly Dependency[];
}
