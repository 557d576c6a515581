import type { Figure, Table } from '../../model/flow/figure.ts';
import type { StageTime, Stages } from '../../model/flow/stages.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { sampleText, stagedNotes, stageLabel, stageLines, stageProxy, STAGE_METHOD } from './places.ts';
import { valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Time in stage: sums, shares and the 85 % level of each stage. */
export function stagesFigure(result: Stages, context: FigureContext): Figure {
  const figure = createFigure({
    id: 'stages',
    group: 'effectiveness',
    title: 'Time in stage',
    focus: 'stageWait',
    proxy: stageProxy(result),
    withheld: withheldText(result.withheld, context.window),
    method: STAGE_METHOD.slice(),
  });
  if (result.withheld !== null) return figure;
  return {
    ...figure,
    headline: headline(result, context),
    values: result.stages.map(({ stage, share, items }) => ({
      id: stage.id,
      label: stageLabel(stage),
      value: share,
      unit: 'share' as const,
      n: items ?? 0,
      why: share === null ? whyNot(items) : null,
    })),
    chart: {
      kind: 'bars',
      xLabel: 'Stage',
      yLabel: 'Share of the items’ whole time',
      unit: 'share',
      bars: result.stages.map(time => ({ label: stageLabel(time.stage), value: time.share, lines: stageLines(time) })),
    },
    table: stageTable(result.stages, 'Time in stage'),
    notes: stagedNotes(result),
    prompt: 'In which stage did work stand still the longest, and what could we try there first?',
  };
}

/** Stages as a table: items, sum, share and percentiles. */
export function stageTable(stages: readonly StageTime[], caption: string): Table {
  return {
    caption,
    columns: [
      { id: 'stage', label: 'Stage', kind: 'text' },
      { id: 'items', label: 'Items', kind: 'items' },
      { id: 'sum', label: 'All time', kind: 'seconds' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'p50', label: '50 % at most', kind: 'seconds' },
      { id: 'p85', label: '85 % at most', kind: 'seconds' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: stages.map(({ stage, items, seconds, share, p50, p85 }) => [
      stageLabel(stage),
      items,
      seconds,
      share,
      p50,
      p85,
      seconds === null ? whyNot(items) : '',
    ]),
  };
}

/** Why a stage has no figure. */
export function whyNot(items: number | null): string {
  return items === null ? 'Hidden to protect people.' : `Needs 10 items that were there, has ${items}.`;
}

function headline(result: Stages, context: FigureContext): string {
  const [most] = result.stages.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const sample = sampleText(result, context);
  if (most?.share == null) return `No stage can be shown (${sample}).`;
  const rest = 1 - result.stages.reduce((sum, { share }) => sum + (share ?? 0), 0);
  // What is not shown may be one stage, and the largest.
  if (result.stages.some(({ share }) => share === null) && rest > most.share)
    return `${valueLabel(most.share, 'share')} of the time was spent in “${stageLabel(most.stage)}”; most of the rest cannot be shown (${sample}).`;
  return `The largest part of the time, ${valueLabel(most.share, 'share')}, was spent in “${stageLabel(most.stage)}” (${sample}).`;
}
