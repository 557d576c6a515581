import { interventionsMetric } from '../../../../../src/answers/flow/metrics/interventions.ts';
import type { FlowInput } from '../../../../../src/answers/flow/metric.ts';
import type { InterventionComparison } from '../../../../../src/model/flow/interventions.ts';
import type { WorkItem } from '../../../../../src/model/work.ts';
import { createFolder } from '../../../../support/factories.ts';
import { createInput, createWork, DAY, FIRST, measure, type MadeGate } from '../madeInput.ts';

const { team } = createFolder([]);
/** Day 90 of the window. */
export const CHANGED = '2026-04-05';

/** One item begun every second day from `first` to the window's end, of so many days. */
export function begun(first: number, days: (start: number) => number, changes: Partial<WorkItem> = {}): WorkItem[] {
  const items: WorkItem[] = [];
  for (let start = first; start < 183; start += 2)
    if (start + days(start) < 183) items.push(createWork(start + days(start), days(start), changes));
  return items.sort((a, b) => a.end - b.end);
}

/** About `days` days: two less to two more. */
export function about(days: number): (start: number) => number {
  return start => days - 2 + ((((start / 2) % 5) + 5) % 5);
}

/** About ten days before day 90, about `then` since. */
export function changing(then: number): (start: number) => number {
  return start => (start < 90 ? about(10)(start) : about(then)(start));
}

/** Day of the window on which an item was begun. */
export function startOf({ start }: WorkItem): number {
  return Math.floor(((start ?? 0) - FIRST) / DAY);
}

/** Input with one intervention, on day 90 unless said otherwise. */
export function inputOf(items: readonly WorkItem[], changes: Partial<FlowInput> = {}, on = CHANGED): FlowInput {
  return createInput({ items, open: [], team: { ...team, interventions: [{ on, label: 'Pairing' }] }, ...changes });
}

export function compare(input: FlowInput, gate: MadeGate = {}): InterventionComparison {
  const [only] = measure(interventionsMetric, input, gate).comparisons;
  if (only === undefined) throw new RangeError('nothing is compared');
  return only;
}
