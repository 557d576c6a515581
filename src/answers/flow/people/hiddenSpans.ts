import type { WorkItem } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { series } from './series.ts';

/** First day, and day after the last (`YYYY-MM-DD`). */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The bins in which these items are counted over time and that are hidden. The total of a span that holds some of them, less the
 * bins that are shown, would give these away.
 */
export function hiddenSpans(
  input: FlowInput,
  items: readonly WorkItem[],
  ask: Ask,
): (gate: Gate) => { readonly weeksPerBin: number; readonly isIn: (span: Span) => boolean } {
  const divided = series(input, items, ask);
  return gate => {
    const { weeksPerBin, bins } = divided(gate);
    const hidden = bins.filter(bin => bin.items === null);
    return { weeksPerBin, isIn: ({ from, to }) => hidden.some(bin => bin.from < to && bin.to > from) };
  };
}
