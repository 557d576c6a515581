import type { ForeseenChange } from '../../model/learn/calibration.ts';
import { weekOf } from './changeWeek.ts';
import type { EpicPlan, SeenMeasure } from './measureChains.ts';

/** The days of the epic that a measure hangs on, as they were first written while it was there, and how they were moved. */
export interface PlannedDays {
  readonly launched: string | null;
  /** The last planned review. */
  readonly review: string | null;
  /** The day of the commit that first had one; null where it is not committed, or there is none. */
  readonly reviewOn: string | null;
  readonly launchChanges: readonly ForeseenChange[];
  readonly reviewChanges: readonly ForeseenChange[];
}

/** The first version counts here too: no measure leaves a rate because its launch or its reviews are moved. */
export function plannedDays(seen: readonly Pick<SeenMeasure, 'on' | 'plan'>[]): PlannedDays {
  const reviewed = seen[firstWith(seen, 'review')];
  return {
    launched: seen[firstWith(seen, 'launched')]?.plan.launched ?? null,
    review: reviewed?.plan.review ?? null,
    reviewOn: reviewed?.on ?? null,
    launchChanges: changesOf(seen, 'launched'),
    // Reviews that only follow the launch are told as its change.
    reviewChanges: changesOf(seen, 'review', (before, after) => before.isDerived && after.isDerived),
  };
}

type Day = 'launched' | 'review';

function firstWith(seen: readonly Pick<SeenMeasure, 'plan'>[], day: Day): number {
  const at = seen.findIndex(({ plan }) => plan[day] !== null);
  return at === -1 ? seen.length : at;
}

function changesOf(
  seen: readonly Pick<SeenMeasure, 'on' | 'plan'>[],
  field: Day,
  isToldElsewhere: (before: EpicPlan, after: EpicPlan) => boolean = () => false,
): ForeseenChange[] {
  const said = seen.slice(firstWith(seen, field));
  return said.flatMap(({ on, plan }, at): ForeseenChange[] => {
    const before = said[at - 1]?.plan;
    if (before === undefined || before[field] === plan[field] || isToldElsewhere(before, plan)) return [];
    return [{ field, from: before[field], to: plan[field], week: weekOf(on) }];
  });
}
