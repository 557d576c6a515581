import type { Percentile } from './flow.ts';
import type { Withheld } from './withheld.ts';

/** From the creation of a ticket to the deployment of its last item. */
export interface CustomerLeadTime {
  readonly withheld: Withheld | null;
  /** Tickets that were wholly deployed in the window. */
  readonly n: number;
  /** P50 and P85 in seconds. */
  readonly percentiles: readonly Percentile[];
  /** By deployment; empty in exports and when withheld. */
  readonly points: readonly CustomerLeadTimePoint[];
  /** Left out: the ticket was created after its work was deployed. */
  readonly createdAfter: number;
}

/** One ticket; days are `YYYY-MM-DD`. */
export interface CustomerLeadTimePoint {
  readonly id: string;
  readonly label: string | null;
  readonly created: string;
  readonly deployed: string;
  /** Epoch seconds. */
  readonly deployedAt: number;
  readonly seconds: number;
  /** Calendar days, inclusive. */
  readonly days: number;
}
