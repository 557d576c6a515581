import assert from 'node:assert/strict';
import { quality } from '../../../../../src/answers/flow/metrics/dataQuality.ts';
import { leadTimeMetric } from '../../../../../src/answers/flow/metrics/leadTime.ts';
import { qualityLines } from '../../../../../src/wording/figures/dataQuality.ts';
import { leadTimeFigure } from '../../../../../src/wording/figures/leadTime.ts';
import { CONTEXT } from '../../../wording/figures/checkFigure.ts';
import { createDeployment, createInput, createWork, measure } from '../madeInput.ts';

describe('work that no release holds', () => {
  const deployments = [createDeployment(-60, { id: 'd0', first: true }), createDeployment(5, { id: 'd1' })];
  const older = Array.from({ length: 4 }, (_, day) => createWork(-20 - day, 1));
  const inWindow = Array.from({ length: 3 }, (_, day) => createWork(20 + day, 1));
  const input = createInput({ items: [...older, ...inWindow, createWork(1, 1, { deployment: 'd1' })], deployments });

  it('is counted by data quality where it landed in the window, by lead time whenever it landed; both say so', () => {
    const report = measure(quality({ forwardMerges: [], syncMerges: [] }), input);
    const line = qualityLines(report).find(({ id }) => id === 'undeployed');
    const lead = measure(leadTimeMetric, input);
    assert.deepEqual([line?.count, lead.waiting?.items], [3, 7]);
    assert.match(line?.meaning ?? '', /Landed in these weeks.*older ones included/);
    assert.match(leadTimeFigure(lead, CONTEXT).method.join(' '), /Waiting is what landed, in the window or before it/);
  });
});
