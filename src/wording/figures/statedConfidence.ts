import type { Figure, RangesChart, Table } from '../../model/flow/figure.ts';
import type { ConfidenceBin, ForecastScore, StatedConfidence } from '../../model/learn/calibration.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import { capital } from '../firstLetter.ts';
import { createFigure } from './figure.ts';
import { countLabel } from './places.ts';
import { shareText } from './share.ts';
import { valueLabel } from './units.ts';

const STATED = 'stated on average';

/** How sure a team was, against how often it was right. Only of what it stated itself. */
export function statedConfidenceFigure({ calibration: { confidence } }: LearnAnswer): Figure {
  const { score, bins, n, inSmallBins } = confidence;
  return createFigure({
    id: 'statedConfidence',
    group: 'impact',
    title: 'How sure we were, and how often it happened',
    headline: score === null ? '' : headlineOf(score, n),
    withheld: score === null ? withheldOf(confidence) : '',
    values:
      score === null
        ? []
        : [
            { id: 'bias', label: 'Stated less happened', value: score.bias, unit: 'share', n, why: null },
            { id: 'brier', label: 'Brier score', value: score.brier, unit: 'ratio', n, why: null },
            score.skill === null
              ? {
                  ...{ id: 'skill', label: 'Skill', value: null, unit: 'ratio', n },
                  why: 'All targets were hit, or none was: nothing to tell apart.',
                }
              : { id: 'skill', label: 'Skill', value: score.skill, unit: 'ratio', n, why: null },
          ],
    chart: score === null || bins.length === 0 ? null : chartOf(bins),
    table: score === null || bins.length === 0 ? null : tableOf(bins),
    notes:
      score === null
        ? []
        : [
            ...(inSmallBins === 0
              ? []
              : [
                  `${inSmallBins} of the ${n} ${inSmallBins === 1 ? 'is' : 'are'} in no row of the picture: a fifth of the scale needs 10 measures to be drawn.`,
                ]),
            ...lateTexts(confidence),
          ],
    method: [
      'Due measures with a confidence that the team stated, as it was first committed; it is never filled in. It counts only if it was committed before the day of the value. From 10 measured ones on.',
      'Brier score: the mean squared distance of what was stated (0 to 1) and what happened (0 or 1). 0 is perfect; always saying 50 % gets 0.25. Skill compares it with always saying the share that happened: 1 is perfect, 0 no better, below 0 worse. Stated less happened: above 0 the team was surer than right.',
      'The picture has a row for each fifth of the scale with 10 measures: how often they were hit, with Wilson’s 95 % interval, and what was stated on average.',
      'With few measures chance alone moves all of this. It says nothing of anybody: a confidence is the team’s, as it stands in the epic file.',
    ],
    prompt: score === null ? '' : 'When we were surest, what made us sure, and what would have told us otherwise?',
  });
}

function headlineOf({ stated, happened }: ForecastScore, n: number): string {
  return `Of ${n} measured measures with a stated confidence, ${valueLabel(happened, 'share')} hit their target; ${valueLabel(stated, 'share')} was stated on average.`;
}

function withheldOf(confidence: StatedConfidence): string {
  const { blocked, measured, n, needs } = confidence;
  const missing = measured.of - measured.count;
  const why = blocked
    ? `Not told: ${missing} of ${countLabel(measured.of, 'due measure')} with a stated confidence ${missing === 1 ? 'is' : 'are'} not measured, and the others would be no picture of all.`
    : `Not shown: needs ${needs} measured measures with a stated confidence, has ${n}.`;
  return [why, ...lateTexts(confidence)].join(' ');
}

function lateTexts({ late }: StatedConfidence): string[] {
  if (late === 0) return [];
  return [`Left out: ${countLabel(late, 'measure')} whose confidence was not committed before the day of the value.`];
}

function binLabel({ fromPercent, toPercent }: ConfidenceBin): string {
  return toPercent === 100 ? `${fromPercent} to 100 %` : `${fromPercent} to below ${toPercent} %`;
}

function chartOf(bins: readonly ConfidenceBin[]): RangesChart {
  return {
    kind: 'ranges',
    xLabel: '',
    yLabel: 'Hit the target',
    unit: 'share',
    zero: false,
    expected: STATED,
    rows: bins.map(bin => ({
      label: binLabel(bin),
      value: bin.hits.share,
      low: bin.interval?.low ?? null,
      high: bin.interval?.high ?? null,
      expected: bin.stated,
      lines: [shareText(bin.hits, 'measures hit'), `${capital(STATED)}: ${valueLabel(bin.stated, 'share')}`],
    })),
  };
}

function tableOf(bins: readonly ConfidenceBin[]): Table {
  return {
    caption: 'Stated confidence and how often targets were hit',
    columns: [
      { id: 'bin', label: 'Stated confidence', kind: 'text' },
      { id: 'n', label: 'Measures', kind: 'plain' },
      { id: 'stated', label: capital(STATED), kind: 'share' },
      { id: 'share', label: 'Hit', kind: 'share' },
      { id: 'low', label: '95 % interval from', kind: 'share' },
      { id: 'high', label: 'to', kind: 'share' },
    ],
    rows: bins.map(bin => [
      binLabel(bin),
      bin.n,
      bin.stated,
      bin.hits.share,
      bin.interval?.low ?? null,
      bin.interval?.high ?? null,
    ]),
  };
}
