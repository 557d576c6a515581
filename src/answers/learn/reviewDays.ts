import type { Epic } from '../../model/epic.ts';
import type { ReviewDays } from '../../model/reviewDays.ts';

/** Days after launch on which an outcome is looked at, unless the epic names its own. */
const AFTER_LAUNCH = [30, 60, 90];

/** The days on which the team looks at the outcome, in order: those of the file, else 30, 60 and 90 days after its launch. */
export function plannedReviews({ outcome, launched }: Pick<Epic, 'outcome' | 'launched'>): readonly string[] {
  const written = outcome?.reviews ?? [];
  if (written.length > 0 || launched === null) return written.toSorted();
  return AFTER_LAUNCH.map(days => addDays(launched, days));
}

/**
 * Which review is due and which comes next, as of `today` (`YYYY-MM-DD`). A review has happened when something was measured,
 * or a verdict written down, on its day or later.
 */
export function reviewDays(epic: Pick<Epic, 'outcome' | 'launched' | 'stage'>, today: string): ReviewDays {
  if (epic.outcome === null || epic.stage === 'closed' || epic.stage === 'stopped') return { due: null, next: null };
  const planned = plannedReviews(epic);
  const past = planned.filter(day => day <= today).at(-1) ?? null;
  const { measures, actual } = epic.outcome;
  const looked = [...measures.flatMap(({ measured }) => measured.map(({ on }) => on)), actual?.on ?? ''];
  return {
    due: past === null || looked.some(day => day >= past) ? null : past,
    next: planned.find(day => day > today) ?? null,
  };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
