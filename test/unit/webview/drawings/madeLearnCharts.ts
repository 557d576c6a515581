import type { Chart } from '../../../../src/model/flow/figure.ts';
import type { LearnAnswer } from '../../../../src/model/learn/learn.ts';
import { calibrationFigure } from '../../../../src/wording/figures/calibration.ts';
import { hitRateFigure } from '../../../../src/wording/figures/hitRate.ts';
import { statedConfidenceFigure } from '../../../../src/wording/figures/statedConfidence.ts';
import { createLearn, epicWith } from '../../answers/learn/madeOutcomes.ts';

const answer: LearnAnswer = createLearn([
  epicWith('PAY-1', { hits: 6, misses: 5, unmeasured: 4, confidence: 70 }),
  epicWith('PAY-2', { hits: 10, misses: 2, confidence: 90 }, 'debt'),
  epicWith('PAY-3', { hits: 1, misses: 1 }, 'risk'),
]);

/** The charts of what was learnt: a part that is not measured, rates with one that is missing, and what was expected of them. */
export function madeLearnCharts(): Record<'became' | 'rates' | 'expected', Chart> {
  const chartOf = ({ chart }: ReturnType<typeof calibrationFigure>): Chart => {
    if (chart === null) throw new Error('There is nothing to draw.');
    return chart;
  };
  return {
    became: chartOf(calibrationFigure(answer)),
    rates: chartOf(hitRateFigure(answer)),
    expected: chartOf(statedConfidenceFigure(answer)),
  };
}
