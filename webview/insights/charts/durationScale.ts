/** How the y axis spreads elapsed days. */
export type ScaleKind = 'log' | 'linear';

export interface DurationScale {
  readonly domain: readonly [number, number];
  /** In days, smallest first. */
  readonly ticks: readonly number[];
}

const minute = 1 / 1440;
const hour = 1 / 24;

/** Marks that people know from the clock and the calendar. */
const landmarks = [minute, 10 * minute, hour, 6 * hour, 1, 3, 7, 14, 30, 90, 180, 365, 730, 1825, 3650];
const linearSteps = [hour, 2 * hour, 6 * hour, 12 * hour, 1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730, 1825];
const mostTicks = 8;

/** Shorter items share the lowest place of a log scale: below a minute, git's times say nothing. */
export const shortestDays = minute;

/** The range and the ticks of an axis of elapsed days that shows all of `days`. */
export function durationScale(days: readonly number[], kind: ScaleKind): DurationScale {
  const longest = days.reduce((most, value) => Math.max(most, value), shortestDays);
  return kind === 'log' ? logScale(days, longest) : linearScale(longest);
}

function logScale(days: readonly number[], longest: number): DurationScale {
  const shortest = days.reduce((least, value) => Math.min(least, Math.max(value, shortestDays)), longest);
  const top = longest * 1.25;
  const bottom = Math.min(shortest / 1.25, top / 10);
  const inside = landmarks.filter(mark => mark >= bottom && mark <= top);
  return { domain: [bottom, top], ticks: thinned(inside) };
}

function linearScale(longest: number): DurationScale {
  const top = longest * 1.05;
  const step = linearSteps.find(candidate => top / candidate < mostTicks) ?? top / mostTicks;
  const count = Math.floor(top / step);
  return { domain: [0, top], ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** Every other tick, from the longest down, until they are few enough to read. */
function thinned(ticks: readonly number[]): readonly number[] {
  if (ticks.length <= mostTicks) return ticks;
  return thinned(ticks.filter((_, index) => (ticks.length - 1 - index) % 2 === 0));
}
