import { plannedReviews } from '../../answers/learn/reviewDays.ts';
import { daysBetween } from '../../model/calendarDay.ts';
import type { Epic } from '../../model/epic.ts';
import type { Measure } from '../../model/outcome.ts';
import type { MeasureView } from '../../protocol/outcomeProtocol.ts';
import { dayLabel, numberLabel } from '../../wording/dates.ts';
import { listed } from '../../wording/figures/share.ts';

/** The epic's measures as the Outcome view shows them, each with the days on which the team looks at it. */
export function epicMeasures(epic: Epic, today: string): MeasureView[] {
  const reviews = plannedReviews(epic);
  const measures = (epic.outcome?.measures ?? []).map(measure => measureView(measure, reviews, today));
  // All have the same days: the last one that has them says what they are.
  const last = measures.findLastIndex(measure => measure.reviews.length > 0);
  return measures.map((measure, at) => (at === last ? measure : { ...measure, reviewNote: '' }));
}

function measureView(measure: Measure, reviews: readonly string[], today: string): MeasureView {
  const unit = measure.unit ?? '';
  const format = (value: number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : `${numberLabel(value)}${unit === '%' ? ' %' : unit === '' ? '' : ` ${unit}`}`;
  const measured = [...measure.measured].sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = measured.at(-1);
  const first = measured[0]?.on ?? '';
  const [baseline, now, target] = [format(measure.baseline), format(last?.value), format(measure.target)];
  const by = measure.by === null ? '' : `by ${dayLabel(measure.by)}`;
  // As the page draws them: one value and nothing to hold it against is no picture.
  const isDrawn = measured.length > 1 || (last !== undefined && (measure.baseline ?? measure.target) !== null);
  const days = reviews.length === 0 ? '' : listed(reviews.map(dayLabel));
  const parts = [
    baseline === '' ? 'no baseline' : `baseline ${baseline}`,
    last === undefined ? 'not measured yet' : `${now} on ${dayLabel(last.on)}`,
    target === '' ? 'no target' : `target ${target}`,
    ...(by === '' ? [] : [by]),
    ...(days === '' ? [] : [`reviews on ${days}`]),
  ];
  return {
    ...{ name: measure.name, unit, baseline, now, target, by },
    points: measured.map(point => ({ day: daysBetween(first, point.on), value: point.value })),
    baselineValue: measure.baseline,
    targetValue: measure.target,
    reviews: isDrawn ? reviews.map(day => ({ day: daysBetween(first, day), past: day <= today })) : [],
    reviewNote:
      !isDrawn || days === '' ? '' : `Upright lines: ${reviews.length === 1 ? 'review' : 'reviews'} on ${days}`,
    summary: `${measure.name}: ${parts.join(', ')}.`,
  };
}
