import type { ClusterOfType, Clusters } from '../../model/flow/clusters.ts';
import type { Figure, RangesChart, Table } from '../../model/flow/figure.ts';
import { workTypeLabel } from '../flow.ts';
import { createFigure, type FigureContext } from './figure.ts';
import { HIDDEN_NOTE, inWindow } from './share.ts';
import { pText, valueLabel } from './units.ts';
import { withheldText } from './withheld.ts';

const LEAST_FAILURES = 5;

/** Whether failures cluster around work types. */
export function clustersFigure(result: Clusters, context: FigureContext): Figure {
  const { withheld, failures, clustered, types } = result;
  const shown = withheld === null;
  const standing = types.filter(({ type }) => clustered.includes(type));
  return createFigure({
    id: 'clusters',
    group: 'quality',
    title: 'Failures by work type',
    headline: shown ? headlineOf(result, standing, context) : '',
    proxy:
      'What was taken back, or made a release fail, stands for incidents. One that left no trace in git is not in it.',
    withheld: withheldText(withheld, context.window),
    values: shown
      ? [
          {
            id: 'failures',
            label: 'Items that failed',
            value: failures.count,
            unit: 'items',
            n: failures.of,
            why: null,
          },
        ]
      : [],
    chart: shown && failures.count > 0 ? chartOf(types) : null,
    table: shown ? tableOf(types) : null,
    notes: [
      ...standing.slice(1).map(type => clusterText(type, failures.count)),
      ...(types.some(type => type.failures === null)
        ? ['Some work types are hidden to protect people, and one more where the rest would give them away.']
        : []),
    ],
    method: [
      'A failure is an item that was taken back within 30 days, or that made a deployment fail for certain. Only items that landed at least 30 days ago count. The work-type filter does not apply.',
      'Each known type is compared with all other items: Fisher’s exact test, two-sided, adjusted for the number of types (Holm). A type stands out only with an adjusted p below 0.05, at least 1.5 times the share elsewhere, and at least 5 failures in all; and never where only words in titles tell the type. Otherwise the counts are listed.',
      'This is an association. Why it is there, and whether it is a problem, no figure can tell.',
    ],
    prompt:
      standing.length > 0
        ? 'What is different about this kind of work: where it lives, how it is checked, how large it is?'
        : '',
  });
}

function headlineOf({ failures }: Clusters, standing: readonly ClusterOfType[], context: FigureContext): string {
  const first = standing[0];
  if (first !== undefined) return clusterText(first, failures.count);
  const count = `${failures.count} of ${failures.of} items that landed ${inWindow(context)} failed`;
  return failures.count < LEAST_FAILURES
    ? `${count}: too few to say whether they cluster around a work type.`
    : `${count}; they do not cluster around a work type.`;
}

/** "9 of 12 failures were of the type Defect (18 % vs 4 % elsewhere; adjusted p = 0.003)." */
function clusterText({ type, failures, elsewhere, adjustedP }: ClusterOfType, all: number): string {
  const numbers = `${valueLabel(failures?.share ?? 0, 'share')} vs ${valueLabel(elsewhere ?? 0, 'share')} elsewhere; adjusted p ${pText(adjustedP ?? 1)}`;
  return `${failures?.count ?? 0} of ${all} failures were of the type ${workTypeLabel(type)} (${numbers}).`;
}

function chartOf(types: readonly ClusterOfType[]): RangesChart {
  return {
    kind: 'ranges',
    xLabel: '',
    yLabel: 'Share of items that failed',
    unit: 'share',
    zero: false,
    rows: types.map(({ type, failures, interval }) => ({
      label: workTypeLabel(type),
      value: failures?.share ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      lines: failures === null ? ['Hidden to protect people'] : [`${failures.count} of ${failures.of} items`],
    })),
  };
}

function tableOf(types: readonly ClusterOfType[]): Table {
  return {
    caption: 'Items that failed, by work type',
    columns: [
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'failed', label: 'Failed', kind: 'plain' },
      { id: 'landed', label: 'Landed', kind: 'items' },
      { id: 'share', label: 'Share', kind: 'share' },
      { id: 'low', label: '95 % interval from', kind: 'share' },
      { id: 'high', label: 'to', kind: 'share' },
      { id: 'elsewhere', label: 'Share elsewhere', kind: 'share' },
      { id: 'riskRatio', label: 'Times the share elsewhere', kind: 'ratio' },
      { id: 'p', label: 'Adjusted p', kind: 'plain' },
      { id: 'note', label: 'Note', kind: 'text' },
    ],
    rows: types.map(({ type, failures, interval, elsewhere, riskRatio, adjustedP }) => [
      workTypeLabel(type),
      failures?.count ?? null,
      failures?.of ?? null,
      failures?.share ?? null,
      interval?.low ?? null,
      interval?.high ?? null,
      elsewhere,
      riskRatio,
      adjustedP,
      failures === null ? HIDDEN_NOTE : '',
    ]),
  };
}
