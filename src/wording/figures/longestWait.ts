import type { Figure, Table } from '../../model/flow/figure.ts';
import type { ItemWait, LongestWait } from '../../model/flow/longestWait.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { sampleText, stagedNotes, stageLabel, stageLines, stageProxy, STAGE_METHOD } from './places.ts';
import { stageTable, whyNot } from './stages.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Where the finished items waited longest: the team's waits, and on a screen the longest wait of each item. */
export function longestWaitFigure(result: LongestWait, context: FigureContext): Figure {
  const { waits, longest } = result;
  const figure = createFigure({
    id: 'longestWait',
    group: 'effectiveness',
    title: 'Where did items wait longest?',
    proxy: stageProxy(result),
    withheld: withheldText(result.withheld, context.window),
    method: [...STAGE_METHOD, ...METHOD],
  });
  if (result.withheld !== null) return figure;
  const of = 'Share of the items’ whole time';
  return {
    ...figure,
    headline: headline(result, context),
    values: waits.map(({ stage, share, items }) => ({
      id: stage.id,
      label: stageLabel(stage),
      value: share,
      unit: 'share',
      n: items ?? 0,
      why: share === null ? whyNot(items) : null,
    })),
    chart: {
      kind: 'bars',
      xLabel: 'Wait',
      yLabel: of,
      unit: 'share',
      bars: waits.map(time => ({ label: stageLabel(time.stage), value: time.share, lines: stageLines(time) })),
    },
    table: context.use === 'view' ? itemTable(longest) : stageTable(waits, 'Waits of finished items'),
    notes: stagedNotes(result),
    prompt: 'What did the longest waits wait for, and who would notice if they were half as long?',
  };
}

const METHOD: readonly string[] = [
  'One place is named only if it holds most of the waiting in at least 80 % of 1,000 draws of as many items with replacement.',
  'Within coding only the longest pause between two commits counts as a wait: nights and weekends are in it, and so is thinking.',
];

function headline(result: LongestWait, context: FigureContext): string {
  const { clear, waits, held } = result;
  const sample = sampleText(result, context);
  const place = waits.find(({ stage }) => stage.id === clear?.id);
  if (place?.share != null)
    return `Most of the waiting was in “${stageLabel(place.stage)}”: ${valueLabel(place.share, 'share')} of the items’ time (${sample}).`;
  return held === null
    ? `Where most of the waiting was cannot be shown (${sample}).`
    : `No single place holds most of the waiting (${sample}).`;
}

function itemTable(longest: readonly ItemWait[]): Table {
  return {
    caption: 'Each item’s longest wait',
    columns: [
      { id: 'item', label: 'Item', kind: 'text' },
      { id: 'type', label: 'Type', kind: 'text' },
      { id: 'finished', label: 'Finished', kind: 'day' },
      { id: 'stage', label: 'Longest wait', kind: 'text' },
      { id: 'wait', label: 'Time', kind: 'seconds' },
      { id: 'share', label: 'Share of its time', kind: 'share' },
    ],
    rows: longest.map(({ label, type, finished, stage, seconds, share }) => [
      label,
      workTypeLabel(type),
      finished,
      stageLabel(stage),
      seconds,
      share,
    ]),
  };
}
