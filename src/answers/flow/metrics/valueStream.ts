import type { Dependency } from '../../../model/epic.ts';
import { isWaiting } from '../../../model/flow/stages.ts';
import type { StreamType, ValueStream } from '../../../model/flow/valueStream.ts';
import { WORK_TYPES } from '../../../model/work.ts';
import type { Ask, FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { hiddenCells } from '../people/suppression.ts';
import { createRandom } from '../statistics/random.ts';
import { paths, withoutPaths, type Path } from '../tickets/segments.ts';
import { clearest } from './clearest.ts';
import { secondsIn, stagesInOrder, stageTimes } from './stageTimes.ts';
import { streamLayout } from './streamLayout.ts';

/**
 * The team's value stream from the stages of its finished items: sums over items, their shares of the whole time, and the
 * wait that clearly holds most of the waiting. Where work waits on other teams comes from the epics.
 */
export const valueStreamMetric: Metric<ValueStream> = (input, ask) => {
  const asked = paths(input, ask, true);
  const waiting = stagesInOrder(asked.candidates).filter(isWaiting);
  const times = stageTimes(asked.candidates, ask);
  const byType = typesOf(asked.candidates, input, ask);
  return gate => {
    const known = asked.judged(gate);
    const withheld = known.withheld ?? (mayDivide(input) ? null : ({ code: 'people' } as const));
    const shown = withheld === null ? known.paths : [];
    const stages = withheld === null ? times(shown, gate) : [];
    const top = clearest(
      shown.map(path => waiting.map(stage => secondsIn(path, stage))),
      createRandom(`${input.window.from} ${input.window.to} valueStream`),
    );
    const first = waiting[top?.column ?? -1];
    const isHidden = stages.some(({ stage, items }) => isWaiting(stage) && items === null);
    const isShown = !isHidden && stages.some(({ stage, share }) => stage.id === first?.id && share !== null);
    const constraint = isShown && top?.isClear === true ? (first ?? null) : null;
    return {
      ...withoutPaths(known),
      withheld,
      ...streamLayout(stages, known.source, constraint),
      constraint,
      held: isShown ? (top?.held ?? null) : null,
      types: withheld === null ? byType(shown, gate) : [],
      outside: outsideOf(input),
    };
  };
};

function typesOf(
  candidates: readonly Path[],
  input: FlowInput,
  ask: Ask,
): (shown: readonly Path[], gate: Gate) => StreamType[] {
  if (input.use === 'export' || input.type !== null) return () => [];
  const groups = WORK_TYPES.map(type => ({ type, paths: candidates.filter(({ item }) => item.type === type) }))
    .filter(group => group.paths.length > 0)
    .map(group => ({
      type: group.type,
      cell: ask(group.paths.map(({ item }) => item)),
      times: stageTimes(group.paths, ask),
    }));
  return (shown, gate) => {
    const members = groups.map(({ type }) => shown.filter(({ item }) => item.type === type));
    const hidden = hiddenCells(
      groups.map(({ cell }, index) => ({ count: members[index]?.length ?? 0, passes: gate.passes(cell) })),
    );
    const rows = groups.map(({ type, times }, index): StreamType => {
      if (hidden[index] === true) return { type, items: null, stages: [] };
      const own = members[index] ?? [];
      return { type, items: own.length, stages: times(own, gate) };
    });
    return rows.sort((a, b) => (b.items ?? -1) - (a.items ?? -1));
  };
}

/** Needs that were open on a day of the window or since. */
function outsideOf({ epics, window }: FlowInput): Dependency[] {
  const open = epics
    .filter(({ stage }) => stage !== 'stopped')
    .flatMap(({ dependsOn }) => dependsOn)
    .filter(({ since, until }) => (since ?? '') < window.to && (until === null || until >= window.from));
  return open.sort((a, b) => compare(a.since ?? '', b.since ?? '') || compare(a.team, b.team));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
