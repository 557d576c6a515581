import { epicTypeOf, typeWords } from '../../answers/flow/items/workType.ts';
import type { PastEpic } from '../../answers/learn/dueMeasures.ts';
import { learnAnswer } from '../../answers/learn/learnAnswer.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { OutcomesFolder } from '../../model/epic.ts';
import type { LearnAnswer } from '../../model/learn/learn.ts';
import type { WorkType } from '../../model/work.ts';
import type { EpicPasts } from '../epicPasts.ts';
import type { EpicVersions } from '../epicVersions.ts';
import type { LensPorts } from '../ports.ts';
import { outcomePast } from './outcomePasts.ts';

export interface LearnContext {
  readonly facts: RepositoryFacts;
  readonly outcomes: OutcomesFolder;
  /** Only epics of this work type; null for all. */
  readonly type: WorkType | null;
}

export type LearnLens = (context: LearnContext, signal?: AbortSignal) => Promise<LearnAnswer>;

/**
 * Reads what the epic files said before, then lets the pure answer judge. Only texts and days are read of their past.
 */
export function createLearnLens(ports: Pick<LensPorts, 'now'>, versionsOf: EpicVersions, pasts: EpicPasts): LearnLens {
  return async ({ facts, outcomes, type: wanted }, signal) => {
    const { team } = outcomes;
    const versions = await versionsOf({ facts, epics: outcomes.epics }, signal);
    const words = typeWords(team);
    const epics: PastEpic[] = [];
    for (const file of outcomes.epics) {
      const type = epicTypeOf(file.epic?.type ?? null, words) ?? 'unknown';
      if (wanted !== null && type !== wanted) continue;
      epics.push({ file, type, past: await outcomePast(pasts, file, versions.get(file.path), team.timeZone) });
    }
    const now = ports.now();
    return learnAnswer({ outcomes, epics, type: wanted, today: dayIn(team.timeZone, now), now });
  };
}
