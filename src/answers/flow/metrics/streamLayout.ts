import { isWaiting, type FlowStage, type StageSource, type StageTime } from '../../../model/flow/stages.ts';
import type { StreamArrow, StreamBox, ValueStream } from '../../../model/flow/valueStream.ts';

/**
 * Places stages on a line, in the order given: work becomes a box, waiting an arrow between the box before it and the next
 * one. The end is a box of its own, and so is production where the wait for it is known.
 */
export function streamLayout(
  stages: readonly StageTime[],
  source: StageSource,
  constraint: FlowStage | null,
): Pick<ValueStream, 'boxes' | 'arrows'> {
  if (stages.length === 0) return { boxes: [], arrows: [] };
  const release = stages.filter(({ stage }) => stage.place === 'release');
  const rest = stages.filter(({ stage }) => stage.place !== 'release');
  const work = rest.filter(({ stage }) => !isWaiting(stage)).map(workBox);
  const isFirstWork = rest[0] !== undefined && !isWaiting(rest[0].stage);
  const end: StreamBox = { id: 'end', time: null, kind: source === 'git' ? 'landed' : 'done' };
  const boxes: StreamBox[] = [
    ...(isFirstWork ? [] : [{ id: 'begun', time: null, kind: 'begun' } as const]),
    ...work,
    end,
    ...release.map((): StreamBox => ({ id: 'production', time: null, kind: 'production' })),
  ];
  const arrows: StreamArrow[] = [];
  let before = 0;
  for (const time of rest)
    if (isWaiting(time.stage)) arrows.push(arrowOf(boxes[before], boxes[before + 1], time, constraint));
    else before = boxes.findIndex(({ id }) => id === time.stage.id);
  for (const time of release) arrows.push(arrowOf(end, boxes.at(-1), time, constraint));
  return { boxes, arrows };
}

function workBox(time: StageTime): StreamBox {
  return { id: time.stage.id, time, kind: 'work' };
}

function arrowOf(
  from: StreamBox | undefined,
  to: StreamBox | undefined,
  time: StageTime,
  constraint: FlowStage | null,
): StreamArrow {
  return { from: from?.id ?? '', to: to?.id ?? '', time, constraint: constraint?.id === time.stage.id };
}
