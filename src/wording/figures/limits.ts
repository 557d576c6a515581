import type { SeriesChart } from '../../model/flow/figure.ts';
import type { ProcessBehaviour, ProcessSignal } from '../../model/flow/processBehaviour.ts';

const FOR_LIMITS = 6;
/** So many values end the trial: from then on all rules apply. */
export const FOR_ALL_RULES = 12;

const RULES: Readonly<Record<ProcessSignal['rule'], string>> = {
  outside: 'outside the limits',
  range: 'unusually large step',
  run: 'long run on one side of the centre',
  threeOfFour: 'three of four far from the centre',
};

/** What a signal is, in plain words. */
export function ruleLabel({ rule }: Pick<ProcessSignal, 'rule'>): string {
  return RULES[rule];
}

/** The rules that signal at a point, each once. */
export function rulesAt(signals: readonly ProcessSignal[], index: number): string[] {
  return [...new Set(signals.filter(({ points }) => points.includes(index)).map(ruleLabel))];
}

/** The limits as a chart draws them, from the first day of their first point to the last one of their last. */
export function limitsOf(
  { segments }: Pick<ProcessBehaviour, 'segments'>,
  points: readonly { readonly from: string; readonly to: string }[],
): SeriesChart['limits'] {
  return segments.flatMap(({ from, to, centre, upper, lower }) => {
    const [first, last] = [points[from], points[to - 1]];
    return first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to, centre, upper, lower }];
  });
}

export interface QuietWords {
  /** What the points are: `weeks`. */
  readonly things: string;
  /** The same as far as they count: `weeks with a value`. */
  readonly counted: string;
  /** Whose past it is: `this team’s`. */
  readonly whose: string;
  /** Which limits are on trial, and how long. */
  readonly trial: string;
}

/** Why nothing is named: there are no limits, or nothing departs from them. null where there are limits and signals. */
export function quietNote(
  { state, n, signals, segments }: ProcessBehaviour,
  { things, counted, whose, trial }: QuietWords,
): string | null {
  const last = segments.at(-1);
  if (last === undefined) return `No limits yet: they need ${FOR_LIMITS} ${counted}, there are ${n}.`;
  if (last.upper === null) return 'Most values equal the one before them, so there are no limits.';
  if (signals.length > 0) return null;
  return state === 'trial'
    ? `Nothing unusual so far: no value lies outside the trial limits${trial}.`
    : `Nothing unusual: all ${things} lie within what ${whose} own past leads to expect.`;
}
