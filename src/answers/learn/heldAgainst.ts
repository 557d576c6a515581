import type { DueMeasure, ForeseenChange, ForeseenField } from '../../model/learn/calibration.ts';
import type { Measurement } from '../../model/outcome.ts';
import { weekOf } from './changeWeek.ts';
import type { ForeseenPast } from './foreseen.ts';
import { actualOf, judge, NO_VERDICT, type MeasureDay } from './judgeMeasure.ts';
import type { PlannedDays } from './plannedDays.ts';

interface HeldAgainst extends Pick<MeasureDay, 'today'> {
  /** Its last review is for a measure without a day of its own. */
  readonly planned: PlannedDays;
  /** Where the past is cut, what seems to be written late may have been there before. */
  readonly isPastKnown: boolean;
}

type Held = Pick<
  DueMeasure,
  'foreseen' | 'changes' | 'due' | 'actual' | 'tooEarly' | 'result' | 'direction' | 'attainment' | 'late' | 'hindsight'
>;

/**
 * Holds what was measured against what was foreseen. What was first committed after the value was measured foresees
 * nothing: a day or a tolerance of that kind counts as not written, a target or a baseline makes it hindsight. A confidence
 * has to be there before the day of the value: on that day somebody may know it. A day of its own that was first committed
 * when the review that stood there had passed puts nothing off.
 */
export function heldAgainst(
  { foreseen: said, firstOn, changes, unitChanged }: ForeseenPast,
  measured: readonly Measurement[],
  { planned, isPastKnown, today }: HeldAgainst,
): Held {
  const { review, launched } = planned;
  const putOff = isPastKnown ? putOffBy(said.by, firstOn.by, planned, today) : [];
  const foreseen = { ...said, by: putOff.length > 0 ? null : said.by };
  const valueBy = (due: string | null) => ({ due, ...actualOf(measured, { due, launched, today }) });
  const isLate = (field: ForeseenField, actual: Measurement | null): boolean =>
    isPastKnown && foreseen[field] !== null && actual !== null && (firstOn[field] ?? today) > actual.on;
  const isHindsight = (actual: Measurement | null): boolean => isLate('target', actual) || isLate('baseline', actual);

  const asWritten = valueBy(foreseen.by ?? review);
  const byIsLate = isLate('by', asWritten.actual);
  // Without any other day nothing would tell that a target was written afterwards, too.
  const hasOtherDay = review !== null || !isHindsight(asWritten.actual);
  const { due, actual, tooEarly } = byIsLate && hasOtherDay ? valueBy(review) : asWritten;
  const toleranceIsLate = isLate('tolerance', actual);
  const confidenceIsLate =
    isPastKnown && foreseen.confidence !== null && actual !== null && (firstOn.confidence ?? today) >= actual.on;
  const counted = {
    ...foreseen,
    by: byIsLate && hasOtherDay ? null : foreseen.by,
    tolerance: toleranceIsLate ? null : foreseen.tolerance,
  };
  return {
    ...{ foreseen: counted, due, actual, tooEarly },
    changes: [...changes, ...putOff, ...(counted.by === null ? planned.reviewChanges : []), ...planned.launchChanges],
    ...(unitChanged ? NO_VERDICT : judge(counted, actual?.value ?? null)),
    late: [
      ...(['target', 'baseline'] as const).filter(field => isLate(field, actual)),
      ...(byIsLate ? (['by'] as const) : []),
      ...(confidenceIsLate ? (['confidence'] as const) : []),
      ...(toleranceIsLate ? (['tolerance'] as const) : []),
    ],
    hindsight: isHindsight(actual),
  };
}

/** A day of its own that came too late to count, told as a change. */
function putOffBy(
  by: string | null,
  firstOn: string | null,
  { review, reviewOn }: Pick<PlannedDays, 'review' | 'reviewOn'>,
  today: string,
): ForeseenChange[] {
  if (by === null || review === null || reviewOn === null) return [];
  const said = firstOn ?? today;
  const isLater = said > reviewOn && said > review;
  return isLater ? [{ field: 'by', from: null, to: by, week: weekOf(firstOn) }] : [];
}
