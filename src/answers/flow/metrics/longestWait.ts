import type { ItemWait, LongestWait } from '../../../model/flow/longestWait.ts';
import { isWaiting } from '../../../model/flow/stages.ts';
import type { FlowInput, Gate, Metric } from '../metric.ts';
import { mayDivide } from '../people/breakdown.ts';
import { createRandom } from '../statistics/random.ts';
import { paths, withoutPaths, type Path } from '../tickets/segments.ts';
import { stageOf } from '../tickets/statuses.ts';
import { dayText } from '../time/calendar.ts';
import { clearest } from './clearest.ts';
import { secondsIn, stagesInOrder, stageTimes, sumOf } from './stageTimes.ts';

/**
 * Where the window's finished items waited longest: sums by waiting place, and whether the largest stays that when items
 * are drawn anew. In git's coding time only the longest pause between two commits counts as a wait.
 */
export const longestWaitMetric: Metric<LongestWait> = (input, ask) => {
  const asked = paths(input, ask, true);
  const candidates = asked.candidates.map(withPause);
  const waiting = stagesInOrder(candidates).filter(isWaiting);
  const times = stageTimes(candidates, ask);
  return gate => {
    const known = asked.judged(gate);
    const withheld = known.withheld ?? (mayDivide(input) ? null : ({ code: 'people' } as const));
    const shown = withheld === null ? known.paths.map(withPause) : [];
    const top = clearest(
      shown.map(path => waiting.map(stage => secondsIn(path, stage))),
      createRandom(`${input.window.from} ${input.window.to} longestWait`),
    );
    const waits = withheld === null ? times(shown, gate).filter(({ stage }) => isWaiting(stage)) : [];
    const first = waiting[top?.column ?? -1];
    const isHidden = waits.some(({ items }) => items === null);
    const isShown = !isHidden && waits.some(({ stage, share }) => stage.id === first?.id && share !== null);
    return {
      ...withoutPaths(known),
      withheld,
      waits,
      clear: isShown && top?.isClear === true ? (first ?? null) : null,
      held: isShown ? (top?.held ?? null) : null,
      longest: input.use === 'view' ? longestOf(shown, input, gate) : [],
    };
  };
};

/** Divides coding into its longest pause and the rest; the sum stays. */
function withPause(path: Path): Path {
  const { pause } = path;
  if (pause === null || pause === 0) return path;
  const stages = path.stages.flatMap(time => {
    if (time.stage.place !== 'coding') return [time];
    const seconds = Math.min(pause, time.seconds);
    return [
      { ...time, seconds: time.seconds - seconds },
      { ...time, stage: stageOf('pause'), seconds },
    ];
  });
  return { ...path, stages };
}

function longestOf(paths: readonly Path[], { calendar }: FlowInput, gate: Gate): ItemWait[] {
  const found = paths.flatMap((path): ItemWait[] => {
    const waits = path.stages.filter(({ stage, seconds }) => isWaiting(stage) && seconds > 0);
    const [first] = waits.toSorted((a, b) => b.seconds - a.seconds || (a.stage.id < b.stage.id ? -1 : 1));
    if (first === undefined) return [];
    const { item, end, stages } = path;
    const { stage, seconds } = first;
    return [
      {
        id: item.id,
        label: gate.labelOf(item),
        type: item.type,
        finished: dayText(calendar.dayOf(end)),
        stage,
        seconds,
        share: seconds / sumOf(stages.map(time => time.seconds)),
      },
    ];
  });
  return found.sort((a, b) => b.seconds - a.seconds || (a.id < b.id ? -1 : 1));
}
