import type { FlowStage, StageTime } from '../../../model/flow/stages.ts';
import type { Ask, Gate } from '../metric.ts';
import { hiddenCells } from '../people/suppression.ts';
import { leastValuesFor, nearestRank } from '../statistics/percentile.ts';
import type { Path } from '../tickets/segments.ts';

const LEAST_VISITS = 10;

/**
 * Time by stage of the paths that are shown at last: sums and their shares of the whole time, because percentiles of stages
 * do not add up. Asks about the people of each stage of all candidates.
 */
export function stageTimes(candidates: readonly Path[], ask: Ask): (shown: readonly Path[], gate: Gate) => StageTime[] {
  const stages = stagesInOrder(candidates);
  const cells = stages.map(stage => ask(candidates.filter(path => secondsIn(path, stage) > 0).map(({ item }) => item)));
  return (shown, gate) => {
    const total = sumOf(shown.flatMap(path => path.stages.map(({ seconds }) => seconds)));
    const times = stages.map(stage => shown.map(path => secondsIn(path, stage)).filter(seconds => seconds > 0));
    const hidden = hiddenCells(
      times.map(({ length }, index) => ({ count: length, passes: gate.passes(cells[index] ?? -1) })),
    );
    return stages.map((stage, index) => timeOf(stage, times[index] ?? [], total, hidden[index] === true));
  };
}

/** All stages, in the order in which items reach them on the way: by the mean part of the way that lies before. */
export function stagesInOrder(paths: readonly Path[]): FlowStage[] {
  const reached = new Map<string, { stage: FlowStage; sum: number; count: number }>();
  for (const { start, end, stages } of paths)
    for (const { stage, entered } of stages) {
      const known = reached.get(stage.id) ?? { stage, sum: 0, count: 0 };
      // In thousandths: sums of whole numbers do not depend on the order of the items.
      const part = Math.round((1000 * entered) / Math.max(1, end - start));
      reached.set(stage.id, { stage, sum: known.sum + part, count: known.count + 1 });
    }
  return [...reached.values()]
    .sort((a, b) => a.sum / a.count - b.sum / b.count || (a.stage.id < b.stage.id ? -1 : 1))
    .map(({ stage }) => stage);
}

/** Seconds that an item spent in a stage; 0 where it never was. */
export function secondsIn({ stages }: Path, { id }: FlowStage): number {
  return stages.find(({ stage }) => stage.id === id)?.seconds ?? 0;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function timeOf(stage: FlowStage, visits: readonly number[], total: number, hidden: boolean): StageTime {
  if (hidden) return { stage, items: null, seconds: null, share: null, p50: null, p85: null };
  const sorted = visits.toSorted((a, b) => a - b);
  const enough = visits.length >= LEAST_VISITS || visits.length === 0;
  const seconds = enough ? sumOf(sorted) : null;
  const percentile = (percent: number): number | null =>
    sorted.length >= Math.max(LEAST_VISITS, leastValuesFor(percent)) ? nearestRank(sorted, percent) : null;
  return {
    stage,
    items: visits.length,
    seconds,
    share: seconds === null || total === 0 ? null : seconds / total,
    p50: percentile(50),
    p85: percentile(85),
  };
}
