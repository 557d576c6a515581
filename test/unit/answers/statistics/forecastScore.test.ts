import assert from 'node:assert/strict';
import { forecastScore, type Forecast } from '../../../../src/answers/statistics/forecastScore.ts';

const forecasts = (stated: readonly number[], happened: readonly number[]): Forecast[] =>
  stated.map((probability, at) => ({ stated: probability, happened: happened[at] === 1 }));
const near = (actual: number | null | undefined, expected: number): void => {
  assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-9, `${actual} is not ${expected}`);
};

describe('forecastScore', () => {
  it('gives the Brier score of the example in scikit-learn’s documentation', () => {
    near(forecastScore(forecasts([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]))?.brier, 0.0375);
  });

  it('is computed by hand: five at 80 %, of which three happened', () => {
    // (3 x 0.2^2 + 2 x 0.8^2) / 5 = 0.28; skill 1 - 0.28 / (0.6 x 0.4); bias 0.8 - 0.6.
    const score = forecastScore(forecasts([0.8, 0.8, 0.8, 0.8, 0.8], [1, 1, 1, 0, 0]));
    near(score?.brier, 0.28);
    near(score?.skill, -1 / 6);
    near(score?.bias, 0.2);
    near(score?.stated, 0.8);
    near(score?.happened, 0.6);
  });

  it('has no skill to tell where all happened, or none', () => {
    assert.equal(forecastScore(forecasts([0.9, 0.8], [1, 1]))?.skill, null);
    assert.equal(forecastScore(forecasts([0.9, 0.8], [0, 0]))?.skill, null);
  });

  it('gives perfect forecasts 0 with skill 1, and always saying the share that happens no skill', () => {
    const perfect = forecastScore(forecasts([1, 0, 1, 0], [1, 0, 1, 0]));
    near(perfect?.brier, 0);
    near(perfect?.skill, 1);
    near(forecastScore(forecasts([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]))?.skill, 0);
  });

  it('knows nothing of no forecasts', () => {
    assert.equal(forecastScore([]), null);
  });
});
