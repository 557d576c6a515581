import type { DotsChart, KeyFigure } from '../../model/flow/figure.ts';
import type { Percentile } from '../../model/flow/flow.ts';
import { boundedDuration, durationLabel } from '../dates.ts';

/** What a percentile is about. */
export interface PercentileWords {
  /** What happens in at most so long: `finished`. */
  readonly verb: string;
  /** What is counted: `finished items with a known start`. */
  readonly things: string;
  readonly n: number;
  /** Tells the figures apart from those of other lines: `landing` makes `landingP50`. */
  readonly id?: string;
}

/** Percentiles as key figures: `50 % finished in at most`. Without a value, how many are needed. */
export function percentileFigures(
  percentiles: readonly Percentile[],
  { verb, things, n, id }: PercentileWords,
): KeyFigure[] {
  return percentiles.map(({ percent, seconds, needs }) => ({
    id: id === undefined ? `p${percent}` : `${id}P${percent}`,
    label: `${percent} % ${verb} in at most`,
    value: seconds,
    unit: 'seconds',
    n,
    why: seconds === null ? `Needs ${needs} ${things}, has ${n}.` : null,
  }));
}

/** The most telling percentile that has a value, as a clause: `85 % finished in at most 6 days`; null when none has. */
export function percentileClaim(percentiles: readonly Percentile[], verb: string): string | null {
  const wanted = ([85, 50] as const).map(percent => percentiles.find(one => one.percent === percent));
  const best = wanted.find(one => one !== undefined && one.seconds !== null);
  return best?.seconds == null ? null : `${best.percent} % ${verb} in ${boundedDuration('at most', best.seconds)}`;
}

/** Percentiles as levels of a chart, from plain to dotted. */
export function percentileLevels(percentiles: readonly Percentile[]): DotsChart['levels'] {
  return percentiles.flatMap(({ percent, seconds }, rank) =>
    seconds === null ? [] : [{ label: `${percent} %: ${durationLabel(seconds)}`, value: seconds, rank }],
  );
}
