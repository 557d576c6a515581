import type { Figure, RangesChart, Table } from '../../model/flow/figure.ts';
import type { HitRate, TypeHitRate } from '../../model/learn/calibration.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { workTypeLabel } from '../flow.ts';
import { hitText } from './calibration.ts';
import { createFigure } from './figure.ts';
import { listed, shareText } from './share.ts';
import { valueLabel } from './units.ts';

const NEEDS = 5;

interface Row {
  readonly label: string;
  readonly rate: HitRate;
}

/** How often targets were hit, by kind of work. */
export function hitRateFigure({ type, calibration: { all, types } }: LearnAnswer): Figure {
  const told = types.filter(({ hits }) => hits.share !== null);
  const shown = types.length > 1 && told.length > 0;
  const rows: Row[] = [{ label: 'All', rate: all }, ...types.map(rate => ({ label: typesLabel(rate), rate }))];
  return createFigure({
    id: 'hitRate',
    group: 'impact',
    title: 'Targets hit, by work type',
    headline: shown ? `${sentence(told)} (n = ${all.hits.of} measured).` : '',
    withheld: shown ? '' : type === null ? withheldOf(types) : 'Not shown: one work type is chosen.',
    values: [],
    chart: shown ? chartOf(rows) : null,
    table: shown ? tableOf(rows) : null,
    notes: shown ? notesOf(types) : [],
    method: [
      'Of the due measures of each work type that were measured: how many hit their first target, with Wilson’s 95 % interval. The type is the epic’s, in the team’s own words where team.yaml has them.',
      'A type needs 5 measured measures; the others are told together. A type of which half or more are not measured has no rate.',
      'Few measures make wide intervals: where they overlap, nothing tells the types apart. It cannot tell whether the targets of one type were harder.',
    ],
    prompt: shown ? 'What do we know about one kind of work before we begin that we do not know about another?' : '',
  });
}

function withheldOf(types: readonly TypeHitRate[]): string {
  if (types.length === 0) return 'No due measure can be judged.';
  if (types.length === 1) return `Not shown: needs ${NEEDS} measured measures of one work type, and others beside it.`;
  return 'Not told: of every work type, half or more of the due measures are not measured, or fewer than 5 are.';
}

function typesLabel({ types }: TypeHitRate): string {
  return listed(types.map(workTypeLabel));
}

/** "Feature 66.7 % (6 of 9), Debt 40 % (2 of 5)". */
function sentence(told: readonly TypeHitRate[]): string {
  return `Targets hit: ${told
    .map(
      rate =>
        `${typesLabel(rate)} ${valueLabel(rate.hits.share ?? 0, 'share')} (${rate.hits.count} of ${rate.hits.of})`,
    )
    .join('; ')}`;
}

function notesOf(types: readonly TypeHitRate[]): string[] {
  const together = types.filter(({ types: members }) => members.length > 1);
  return [
    ...together.map(rate => `${typesLabel(rate)} are told together: each has fewer than ${NEEDS} measured measures.`),
    ...types.filter(({ hits }) => hits.share === null).map(rate => `${typesLabel(rate)}: ${whyNone(rate)}.`),
  ];
}

function whyNone({ blocked, hits, measured }: HitRate): string {
  return blocked
    ? `no rate, as ${measured.of - measured.count} of ${measured.of} due measures are not measured`
    : `no rate, as it needs ${NEEDS} measured ones and has ${hits.of}`;
}

function chartOf(rows: readonly Row[]): RangesChart {
  return {
    kind: 'ranges',
    xLabel: '',
    yLabel: 'Hit the target, of what was measured',
    unit: 'share',
    zero: false,
    rows: rows.map(({ label, rate }) => ({
      label,
      value: rate.hits.share,
      low: rate.interval?.low ?? null,
      high: rate.interval?.high ?? null,
      lines: [
        rate.hits.share === null ? whyNone(rate) : hitText(rate),
        `${shareText(rate.measured, 'due measures')} measured`,
      ],
    })),
  };
}

function tableOf(rows: readonly Row[]): Table {
  return {
    caption: 'Due measures by work type',
    columns: [
      { id: 'type', label: 'Work type', kind: 'text' },
      { id: 'due', label: 'Due', kind: 'plain' },
      { id: 'measured', label: 'Measured', kind: 'plain' },
      { id: 'hits', label: 'Hit', kind: 'plain' },
      { id: 'share', label: 'Hit rate', kind: 'share' },
      { id: 'low', label: '95 % interval from', kind: 'share' },
      { id: 'high', label: 'to', kind: 'share' },
    ],
    rows: rows.map(({ label, rate: { measured, hits, interval } }) => [
      label,
      measured.of,
      measured.count,
      hits.count,
      hits.share,
      interval?.low ?? null,
      interval?.high ?? null,
    ]),
  };
}
