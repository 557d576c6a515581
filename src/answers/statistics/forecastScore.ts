import type { ForecastScore } from '../../model/learn/calibration.ts';

/** A stated probability (0 to 1), and whether it happened. */
export interface Forecast {
  readonly stated: number;
  readonly happened: boolean;
}

/**
 * Brier score (Brier 1950), its skill against always saying the share that happened, and bias (calibration in the large);
 * null for no forecasts.
 */
export function forecastScore(forecasts: readonly Forecast[]): ForecastScore | null {
  if (forecasts.length === 0) return null;
  const outcomes = forecasts.map(({ happened }) => Number(happened));
  const [stated, happened] = [mean(forecasts.map(forecast => forecast.stated)), mean(outcomes)];
  const brier = mean(forecasts.map((forecast, at) => (forecast.stated - (outcomes[at] ?? 0)) ** 2));
  const uncertainty = happened * (1 - happened);
  return {
    brier,
    skill: uncertainty === 0 ? null : 1 - brier / uncertainty,
    bias: stated - happened,
    stated,
    happened,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
