/** How long something took, or how long it has been watched without an end. */
export interface Watched {
  readonly time: number;
  readonly ended: boolean;
}

/** From `time` on this share has not ended. */
export interface SurvivalStep {
  readonly time: number;
  readonly share: number;
}

/** The share that has not ended after each time at which something did, ascending (Kaplan and Meier 1958). */
export function kaplanMeier(watched: readonly Watched[]): SurvivalStep[] {
  const sorted = watched.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let share = 1;
  for (let first = 0, next = 0; first < sorted.length; first = next) {
    const time = sorted[first]?.time ?? 0;
    let ends = 0;
    for (next = first; next < sorted.length && sorted[next]?.time === time; next++) ends += sorted[next]?.ended ? 1 : 0;
    if (ends === 0) continue;
    share *= 1 - ends / (sorted.length - first);
    steps.push({ time, share });
  }
  return steps;
}

/** The first time at which at most half have not ended; null while that was never so. In the unit of the times. */
export function medianSurvival(watched: readonly Watched[]): number | null {
  return kaplanMeier(watched).find(({ share }) => share <= 0.5)?.time ?? null;
}
