import type {
  Calibration,
  ConfidenceBin,
  DueMeasure,
  HitRate,
  StatedConfidence,
  TypeHitRate,
} from '../../model/learn/calibration.ts';
import { WORK_TYPES } from '../../model/work.ts';
import { forecastScore, type Forecast } from '../statistics/forecastScore.ts';
import { wilson } from '../statistics/proportion.ts';
import { shareOf } from '../statistics/share.ts';
import { epicMeasures, type PastEpic } from './dueMeasures.ts';

/** METRICS M18: a hit rate needs five, a Brier score ten, and so does each bin. */
const LEAST_RATE = 5;
const LEAST_SCORE = 10;
const LEAST_BIN = 10;
const BINS: readonly (readonly [from: number, to: number])[] = [
  [0, 20],
  [20, 40],
  [40, 60],
  [60, 80],
  [80, 100],
];

/**
 * Anticipated against actual, of the measures whose day has come. Unmeasured is no miss; where half or more are not
 * measured, no rate is told, as those that are would be no picture of all.
 */
export function calibration(epics: readonly PastEpic[], today: string): Calibration {
  const isStopped = ({ file }: PastEpic): boolean => file.epic?.stage === 'stopped';
  const told = epics.filter(epic => !isStopped(epic)).map(epic => epicMeasures(epic, today));
  const due = told.flatMap(measures => measures.due);
  const dated = told.flatMap(measures => measures.dated).toSorted();
  return {
    due: due.toSorted(byDay),
    all: hitRate(due),
    types: typesOf(due),
    confidence: statedConfidence(due),
    dropped: told.flatMap(({ dropped }) => dropped),
    later: {
      dated: dated.length,
      next: dated[0] ?? null,
      undated: told.reduce((sum, { undated }) => sum + undated, 0),
    },
    ofStopped: ofStopped(epics.filter(isStopped), today),
  };
}

/** To stop an epic takes its measures out of every count; how many they are is told. */
function ofStopped(epics: readonly PastEpic[], today: string): Calibration['ofStopped'] {
  const told = epics.map(epic => epicMeasures(epic, today));
  const due = told.reduce((sum, measures) => sum + measures.due.length, 0);
  return { due, measures: told.reduce((sum, { dated, undated }) => sum + dated.length + undated, due) };
}

/** The newest day first, those without a day last. */
function byDay(a: DueMeasure, b: DueMeasure): number {
  const [one, other] = [a.due ?? '', b.due ?? ''];
  return one === other ? 0 : one < other ? 1 : -1;
}

function hitRate(due: readonly DueMeasure[]): HitRate {
  const able = due.filter(isJudgeable);
  const judged = able.filter(isMeasured);
  const measured = shareOf(judged.length, able.length);
  const blocked = isBlocked(measured);
  const hits = shareOf(judged.filter(isHit).length, judged.length, blocked ? Infinity : LEAST_RATE);
  return { measured, blocked, hits, interval: hits.share === null ? null : wilson(hits.count, hits.of) };
}

function isBlocked({ count, of }: { readonly count: number; readonly of: number }): boolean {
  return of > 0 && (of - count) / of >= 0.5;
}

/** What was written after it was measured is easily hit. */
function isJudgeable({ result, hindsight }: DueMeasure): boolean {
  return result !== 'cannotTell' && !hindsight;
}

function isMeasured({ result }: DueMeasure): boolean {
  return isHit({ result }) || result === 'missed';
}

function isHit({ result }: Pick<DueMeasure, 'result'>): boolean {
  return result === 'hit';
}

/** A type with too few measured ones is told together with the others of its kind. */
function typesOf(due: readonly DueMeasure[]): TypeHitRate[] {
  const present = WORK_TYPES.map(type => ({ types: [type], due: due.filter(measure => measure.type === type) })).filter(
    group => group.due.some(isJudgeable),
  );
  const isLarge = (group: { readonly due: readonly DueMeasure[] }): boolean =>
    group.due.filter(measure => isJudgeable(measure) && isMeasured(measure)).length >= LEAST_RATE;
  const small = present.filter(group => !isLarge(group));
  const rest = { types: small.flatMap(({ types }) => types), due: small.flatMap(group => group.due) };
  return [...present.filter(isLarge), ...(small.length === 0 ? [] : [rest])].map(group => {
    return { types: group.types, ...hitRate(group.due) };
  });
}

interface Stated extends Forecast {
  readonly percent: number;
}

function statedConfidence(due: readonly DueMeasure[]): StatedConfidence {
  const stated = due.filter(measure => measure.foreseen.confidence !== null && isJudgeable(measure));
  const stating = stated.filter(({ late }) => !late.includes('confidence'));
  const forecasts = stating.filter(isMeasured).map((measure): Stated => {
    const percent = measure.foreseen.confidence ?? 0;
    return { percent, stated: percent / 100, happened: isHit(measure) };
  });
  const measured = shareOf(forecasts.length, stating.length);
  const blocked = isBlocked(measured);
  const bins = blocked ? [] : binsOf(forecasts);
  return {
    measured,
    blocked,
    n: forecasts.length,
    needs: LEAST_SCORE,
    score: blocked || forecasts.length < LEAST_SCORE ? null : forecastScore(forecasts),
    bins,
    inSmallBins: forecasts.length - bins.reduce((sum, { n }) => sum + n, 0),
    late: stated.length - stating.length,
  };
}

function binsOf(forecasts: readonly Stated[]): ConfidenceBin[] {
  return BINS.flatMap(([from, to]) => {
    const inside = forecasts.filter(
      ({ percent }) => percent >= from && (percent < to || (to === 100 && percent === to)),
    );
    const score = inside.length < LEAST_BIN ? null : forecastScore(inside);
    if (score === null) return [];
    const hits = shareOf(inside.filter(({ happened }) => happened).length, inside.length);
    const interval = wilson(hits.count, hits.of);
    return [{ fromPercent: from, toPercent: to, n: inside.length, stated: score.stated, hits, interval }];
  });
}
