import { ODDS, type Odds } from '../../../model/flow/forecast.ts';

/** Work that takes longer than this many periods (ten years of weeks) has no answer. */
const MOST_PERIODS = 520;
/**
 * How many items are finished in so many periods: each trial adds periods drawn from the past. The answer at 85 % is the
 * largest number that 85 % of the trials reach, so ranks are counted from the top. null when nothing ever finished.
 * `history` has the items of each past period, zeros included.
 */
export function howMany(
  history: readonly number[],
  periods: number,
  random: () => number,
  trials = 10_000,
): Odds[] | null {
  if (!history.some(items => items > 0)) return null;
  const past = Float64Array.from(history);
  const totals = Float64Array.from({ length: trials }, () => {
    let total = 0;
    for (let period = 0; period < periods; period++) total += past[Math.floor(random() * past.length)] ?? 0;
    return total;
  }).sort();
  return ODDS.map(percent => ({ percent, value: totals[trials - rankOf(percent, trials)] ?? null }));
}

/**
 * In how many periods so many items are finished: the answer at 85 % is the smallest number of periods that is enough in
 * 85 % of the trials. Trials end after 520 periods. null when nothing ever finished.
 */
export function periodsFor(
  history: readonly number[],
  items: number,
  random: () => number,
  trials = 10_000,
): Odds[] | null {
  if (!history.some(finished => finished > 0)) return null;
  const past = Float64Array.from(history);
  const needed = Float64Array.from({ length: trials }, () => {
    let total = 0;
    let period = 0;
    while (total < items && period < MOST_PERIODS) {
      total += past[Math.floor(random() * past.length)] ?? 0;
      period++;
    }
    return total < items ? Infinity : period;
  }).sort();
  return ODDS.map(percent => {
    const value = needed[rankOf(percent, trials) - 1] ?? Infinity;
    return { percent, value: Number.isFinite(value) ? value : null };
  });
}

function rankOf(percent: number, trials: number): number {
  return Math.max(1, Math.floor((percent * trials + 99) / 100));
}
