import { dayAfter } from '../../model/calendarDay.ts';
import type { Epic } from '../../model/epic.ts';
import type { ReviewDays } from '../../model/reviewDays.ts';
import { isOver } from '../../model/stage.ts';

/** Days after launch on which an outcome is looked at, unless the epic names its own. */
const AFTER_LAUNCH = [30, 60, 90];

/** The days on which the team looks at the outcome, in order: those of the file, else 30, 60 and 90 days after its launch. */
export function plannedReviews({ outcome, launched }: Pick<Epic, 'outcome' | 'launched'>): readonly string[] {
  const written = outcome?.reviews ?? [];
  if (written.length > 0 || launched === null) return written.toSorted();
  return AFTER_LAUNCH.map(days => dayAfter(launched, days));
}

/**
 * Went live, and is not over yet. Where a stage before launch is written, a day of launch that has passed is left over from a
 * way that the epic went back.
 */
export function isLive({ stage, launched }: Pick<Epic, 'launched' | 'stage'>, today: string): boolean {
  if (stage === 'review') return true;
  return (stage === 'launch' || stage === null) && launched !== null && launched <= today;
}

/**
 * Which review is due and which comes next, as of `today` (`YYYY-MM-DD`). A review has happened when something was measured,
 * or a verdict written down, on its day or later. None is due before the launch: a planned day that has passed only says that
 * the plan was another one.
 */
export function reviewDays(epic: Pick<Epic, 'outcome' | 'launched' | 'stage'>, today: string): ReviewDays {
  if (epic.outcome === null || isOver(epic.stage)) return { due: null, next: null };
  const planned = plannedReviews(epic);
  const since = epic.launched ?? '';
  const past = isLive(epic, today) ? (planned.filter(day => day > since && day <= today).at(-1) ?? null) : null;
  const { measures, actual } = epic.outcome;
  const looked = [...measures.flatMap(({ measured }) => measured.map(({ on }) => on)), actual?.on ?? ''];
  return {
    due: past === null || looked.some(day => day >= past) ? null : past,
    next: planned.find(day => day > today) ?? null,
  };
}
