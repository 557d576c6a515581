import type { StageAge } from '../../../model/flow/age.ts';
import type { FlowStage } from '../../../model/flow/stages.ts';
import type { Ask, FlowInput, Gate } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { leastValuesFor } from '../statistics/percentile.ts';
import { askBehind } from '../tickets/behind.ts';
import { paths, type Path } from '../tickets/segments.ts';
import type { TimedOpen } from './openWork.ts';
import { percentilesOf } from './percentiles.ts';
import { stagesInOrder } from './stageTimes.ts';

const PERCENTS = [50, 85, 95] as const;
/** METRICS M5. */
const LEAST_FINISHED = leastValuesFor(85);

/**
 * Work item age by stage (METRICS M5): how old finished tickets were, in seconds, when they left each stage for the last
 * time, by nearest rank, and how many open ones are in it. An item that went back is in all stages that it was in. Nothing
 * where tickets do not tell the stages.
 */
export function stageAges(
  open: readonly TimedOpen[],
  input: FlowInput,
  ask: Ask,
): (human: readonly TimedOpen[], gate: Gate) => StageAge[] {
  const asked = paths(input, ask, false);
  if (asked.source === 'git' || !mayDivide(input)) return () => [];
  const stages = stagesInOrder(asked.candidates);
  const isIn =
    ({ id }: FlowStage) =>
    ({ state }: TimedOpen): boolean =>
      state?.stage.id === id;
  const groups = stages.map(stage => {
    const was = asked.candidates.filter(path => leftAt(path, stage) !== null);
    return { stage, cell: ask(was.map(({ item }) => item)), passes: askBehind(open.filter(isIn(stage)), ask) };
  });
  const isElsewhere = (item: TimedOpen): boolean => !stages.some(stage => isIn(stage)(item));
  const passesElsewhere = askBehind(open.filter(isElsewhere), ask);
  return (human, gate) => {
    const known = asked.judged(gate);
    if (known.withheld !== null) return [];
    const left = stages.map(stage => known.paths.flatMap(path => leftAt(path, stage) ?? []));
    const hidden = hiddenCells(
      left.map(({ length }, index) => ({ count: length, passes: gate.passes(groups[index]?.cell ?? -1) })),
    );
    const counts = stages.map(stage => human.filter(isIn(stage)).length);
    // A view shows each item as a dot, with its stage.
    const hiddenNow =
      input.use === 'view'
        ? []
        : hiddenCells([
            ...counts.map((count, index) => ({ count, passes: groups[index]?.passes(gate) === true })),
            { count: human.filter(isElsewhere).length, passes: passesElsewhere(gate) },
          ]);
    return stages.map((stage, index) => {
      const ages = hidden[index] === true ? [] : (left[index] ?? []);
      return {
        stage,
        finished: hidden[index] === true ? null : ages.length,
        levels: percentilesOf(ages, PERCENTS, LEAST_FINISHED),
        open: hiddenNow[index] === true ? null : (counts[index] ?? 0),
      };
    });
  };
}

/** Seconds after its start at which an item left a stage for the last time; null where it never was. */
function leftAt({ stages }: Path, { id }: FlowStage): number | null {
  return stages.find(({ stage }) => stage.id === id)?.left ?? null;
}
