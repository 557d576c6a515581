import type { OutcomeChanges } from '../../model/learn/learn.ts';
import { hasAnticipatedOutcome, type Outcome } from '../../model/outcome.ts';
import { weekOf } from './changeWeek.ts';
import type { OutcomePast } from './outcomeVersions.ts';

/** In which week an outcome was first written, and in which weeks the statement, or what a measure foresees, was changed since. */
export function outcomeChanges(key: string, { versions, reach }: OutcomePast): OutcomeChanges {
  const committed = versions.filter(({ on }) => on !== null);
  const written = committed.flatMap(({ on, outcome }) => (hasAnticipatedOutcome(outcome) ? [{ on, outcome }] : []));
  const changed = written.filter(({ outcome }, at) => {
    const before = written[at - 1];
    return before !== undefined && meaningOf(before.outcome) !== meaningOf(outcome);
  });
  return {
    key,
    writtenWeek: reach === 'whole' ? weekOf(written[0]?.on ?? null) : null,
    past: reach,
    changedWeeks: changed.flatMap(({ on }) => weekOf(on) ?? []),
  };
}

/** What was measured, and how lines are broken, changes nothing of what is anticipated. */
function meaningOf({ statement, measures }: Outcome): string {
  const foreseen = measures.map(({ name, unit, baseline, target, by }) => [name.trim(), unit, baseline, target, by]);
  return JSON.stringify([statement.split(/\s+/).filter(Boolean), foreseen]);
}
