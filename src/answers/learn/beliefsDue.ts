import type { BeliefStanding, SignStanding } from '../../model/bets.ts';
import { compareDays } from '../../model/calendarDay.ts';
import type { Belief, Epic } from '../../model/epic.ts';
import type { EarlySign } from '../../model/outcome.ts';
import { isOver } from '../../model/stage.ts';

/**
 * The beliefs of an epic: those that are due for a look first (the longest due first), then those with a day to come, then
 * the rest in the file's order. A belief is due from its day on. `today` is `YYYY-MM-DD` in the team's time zone.
 */
export function beliefsDue({ beliefs, stage }: Pick<Epic, 'beliefs' | 'stage'>, today: string): BeliefStanding[] {
  return beliefs
    .map((belief, at) => ({ at, belief, look: isOver(stage) ? { state: 'over' as const } : lookOf(belief, today) }))
    .toSorted((a, b) => compareDays(a.belief.review, b.belief.review));
}

function lookOf({ review }: Belief, today: string): BeliefStanding['look'] {
  if (review === null) return { state: 'noDay' };
  return review <= today ? { state: 'due', since: review } : { state: 'planned', on: review };
}

/**
 * The early signs of an epic: those not seen by their day first, then those to come, those without a day, and those that were
 * seen. A sign may still come on its day; it is late from the day after.
 */
export function signsByDay({ outcome, stage }: Pick<Epic, 'outcome' | 'stage'>, today: string): SignStanding[] {
  return (outcome?.earlySigns ?? [])
    .map((sign, at) => ({ at, sign, state: stateOf(sign, today, isOver(stage)) }))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || compareDays(a.sign.by, b.sign.by));
}

const ORDER: readonly SignStanding['state'][] = ['late', 'expected', 'noDay', 'over', 'seen'];

function stateOf({ by, seen }: EarlySign, today: string, over: boolean): SignStanding['state'] {
  if (seen !== null) return 'seen';
  if (over) return 'over';
  if (by === null) return 'noDay';
  return by < today ? 'late' : 'expected';
}
