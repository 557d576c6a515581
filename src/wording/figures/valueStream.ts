import type { Figure, MapChart, Table, TableCell } from '../../model/flow/figure.ts';
import type { StageTime } from '../../model/flow/stages.ts';
import type { StreamBox, ValueStream } from '../../model/flow/valueStream.ts';
import { dayLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { sampleText, stagedNotes, stageLabel, stageLines, stageProxy, STAGE_METHOD } from './places.ts';
import { whyNot } from './stages.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** The current-state map: boxes with active time, arrows with waiting time, and the constraint where it is clear. */
export function valueStreamFigure(result: ValueStream, context: FigureContext): Figure {
  const figure = createFigure({
    id: 'valueStream',
    group: 'effectiveness',
    title: 'Value stream as it is',
    proxy: stageProxy(result),
    withheld: withheldText(result.withheld, context.window),
    method: [...STAGE_METHOD, ...METHOD],
    notes: outsideNotes(result),
  });
  if (result.withheld !== null) return figure;
  const times = timesOf(result);
  return {
    ...figure,
    headline: headline(result, context),
    values: times.map(({ stage, share, items }) => ({
      id: stage.id,
      label: stageLabel(stage),
      value: share,
      unit: 'share',
      n: items ?? 0,
      why: share === null ? whyNot(items) : null,
    })),
    chart: mapOf(result),
    table: tableOf(result, times),
    notes: [...figure.notes, ...stagedNotes(result)],
    prompt: 'If we could shorten one arrow, which one would customers notice first, and what could we try?',
  };
}

const METHOD: readonly string[] = [
  'Boxes are work, arrows are waiting; each shows what half of the items that were there spent at most, and its share of all items’ time.',
  'The constraint is the arrow with most of the waiting, named only if it stays that in at least 80 % of 1,000 draws of as many items with replacement.',
  'Waiting on other teams is what the epic files say (dependsOn); its time is not in the arrows.',
];

const PLACES: Readonly<Record<Exclude<StreamBox['kind'], 'work'>, string>> = {
  begun: 'Begun',
  landed: 'On main',
  done: 'Done',
  production: 'In production',
};

function headline(result: ValueStream, context: FigureContext): string {
  const sample = sampleText(result, context);
  const constraint = result.arrows.find(arrow => arrow.constraint)?.time;
  if (constraint?.share != null)
    return `Most of the waiting is in “${stageLabel(constraint.stage)}”: ${valueLabel(constraint.share, 'share')} of the items’ time (${sample}).`;
  return result.held === null
    ? `Where most of the waiting is cannot be shown (${sample}).`
    : `No single place holds most of the waiting (${sample}).`;
}

function timesOf({ boxes, arrows }: ValueStream): StageTime[] {
  return [...boxes.flatMap(({ time }) => (time === null ? [] : [time])), ...arrows.map(({ time }) => time)];
}

function boxLabel({ kind, time }: StreamBox): string {
  if (kind !== 'work') return PLACES[kind];
  return time === null ? '' : stageLabel(time.stage);
}

function mapOf({ boxes, arrows, outside }: ValueStream): MapChart {
  return {
    kind: 'map',
    boxes: boxes.map(box => ({
      id: box.id,
      label: boxLabel(box),
      seconds: box.time?.p50 ?? null,
      share: box.time?.share ?? null,
      lines: box.time === null ? [] : stageLines(box.time),
    })),
    arrows: arrows.map(({ from, to, time, constraint }) => ({
      from,
      to,
      label: stageLabel(time.stage),
      seconds: time.p50,
      share: time.share,
      constraint,
      lines: stageLines(time),
    })),
    outside: outside.map(({ team, what, since, until }) => ({ team, what: what ?? '', since: since ?? '', until })),
  };
}

function tableOf({ types, items }: ValueStream, times: readonly StageTime[]): Table {
  const row = (type: string, of: number | null, { stage, share, p50, p85, ...time }: StageTime): TableCell[] => [
    type,
    of,
    stageLabel(stage),
    time.items,
    share,
    p50,
    p85,
    share === null ? whyNot(time.items) : null,
  ];
  return {
    caption: 'Value stream by work type and stage',
    columns: [
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'of', label: 'Items of the type', kind: 'items' },
      { id: 'stage', label: 'Stage', kind: 'text' },
      { id: 'items', label: 'Items that were there', kind: 'items' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'p50', label: '50 % at most', kind: 'seconds' },
      { id: 'p85', label: '85 % at most', kind: 'seconds' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: [
      ...times.map(time => row('All', items, time)),
      ...types.flatMap(type =>
        type.items === null
          ? [[workTypeLabel(type.type), null, null, null, null, null, null, 'Hidden to protect people.']]
          : type.stages.map(time => row(workTypeLabel(type.type), type.items, time)),
      ),
    ],
  };
}

function outsideNotes({ outside }: ValueStream): string[] {
  return outside.map(({ team, what, since, until }) => {
    const begun = since === null ? '' : ` since ${dayLabel(since)}`;
    const promised = until === null ? '' : `, until ${dayLabel(until)}`;
    return `Work waits on ${team}${begun}${promised}${what === null ? '' : `: ${what}`}.`;
  });
}
