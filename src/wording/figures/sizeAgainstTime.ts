import type { BatchSize, SizeAgainstTime } from '../../model/flow/batchSize.ts';
import type { Chart, Figure, Table } from '../../model/flow/figure.ts';
import { dayLabel, numberLabel } from '../dates.ts';
import { workTypeLabel } from '../flow.ts';
import { countedParts, type CountedParts } from './counts.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { pText, valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

/** Batch size against cycle time, item by item. */
export function sizeAgainstTimeFigure({ againstTime, measure }: BatchSize, context: FigureContext): Figure {
  const { withheld, pairs, correlation } = againstTime;
  const figure = createFigure({
    id: 'sizeAgainstTime',
    group: 'effectiveness',
    title: 'Batch size against cycle time',
    withheld: withheldText(withheld, context.window),
    method: METHOD.slice(),
  });
  if (withheld !== null) return figure;
  return {
    ...figure,
    headline: `${claim(correlation)} (n = ${pairs} items in ${context.window.weeks} weeks).`,
    values: [
      {
        id: 'rho',
        label: 'Rank correlation of size and cycle time (−1 to 1)',
        value: correlation?.rho ?? null,
        unit: 'plain',
        n: pairs,
        why: correlation === null ? 'All items have the same size or the same time.' : null,
      },
    ],
    ...(context.use === 'view'
      ? { chart: dots(againstTime, measure), table: itemTable(againstTime, measure) }
      : counts(againstTime, measure)),
    notes: [
      'An association does not say why: large changes may be the hard ones, and what takes long may grow meanwhile.',
    ],
    prompt: 'Look at small items that took long, and large ones that were quick: what was different there?',
  };
}

const METHOD: readonly string[] = [
  'Each item with a known size and a known cycle time is one pair; Spearman’s rank correlation over all pairs, at least 20.',
  '0 means no common order; 1 means that the larger of two items always took longer. p is the chance of a value at least so far from 0 if there were no association.',
];

/** Below this p a rank correlation is told from none. */
const TOLD_APART = 0.05;

function claim(correlation: SizeAgainstTime['correlation']): string {
  if (correlation === null) return 'Size and time cannot be compared';
  const { rho, p } = correlation;
  const numbers = `rank correlation ${numberLabel(Math.round(rho * 100) / 100)}, p ${pText(p)}`;
  if (p >= TOLD_APART) return `No association of size and cycle time can be told from chance: ${numbers}`;
  return `Larger items tend to take ${rho > 0 ? 'longer' : 'less time'}: ${numbers}`;
}

function dots({ points }: SizeAgainstTime, measure: BatchSize['measure']): Chart {
  return {
    kind: 'dots',
    xLabel: `Size (${measure})`,
    yLabel: 'Cycle time',
    unit: 'seconds',
    xKind: 'number',
    xUnit: measure,
    from: 0,
    to: points.at(-1)?.size ?? 0,
    dots: points.map(({ id, label, type, size, seconds, files, finished }) => ({
      id,
      label: label ?? workTypeLabel(type),
      x: size,
      y: seconds,
      lines: [
        `${valueLabel(size, measure)}${measure === 'lines' ? ` in ${valueLabel(files, 'files')}` : ''}`,
        `Took ${valueLabel(seconds, 'seconds')}, finished ${dayLabel(finished)}`,
      ],
    })),
    levels: [],
    markers: [],
  };
}

function itemTable({ points }: SizeAgainstTime, measure: BatchSize['measure']): Table {
  return {
    caption: 'Size and cycle time by item',
    columns: [
      { id: 'item', label: 'Item', kind: 'text' },
      { id: 'finished', label: 'Finished', kind: 'day' },
      { id: 'size', label: `Size (${measure})`, kind: measure },
      { id: 'time', label: 'Cycle time', kind: 'seconds' },
    ],
    rows: points.map(({ label, finished, size, seconds }) => [label, finished, size, seconds]),
  };
}

function counts({ bins }: SizeAgainstTime, measure: BatchSize['measure']): CountedParts {
  const counted = bins.map(bin => ({ label: binLabel(bin), count: bin.count }));
  return countedParts(counted, `Size (${measure})`, `Items by size (${measure})`);
}

function binLabel({ from, to }: SizeAgainstTime['bins'][number]): string {
  return to === null ? `${from} or more` : `${from} to ${to}`;
}
