import { daysBetween } from '../../model/calendarDay.ts';
import type { Epic, EpicFile } from '../../model/epic.ts';
import { unmetGate, type DueBelief, type EpicSign, type RatioStanding } from '../../model/learn/epicsOverview.ts';
import type { Readiness } from '../../model/ready.ts';
import { beliefsDue } from './beliefsDue.ts';
import { isLive, reviewDays } from './reviewDays.ts';

export interface SignInputs {
  readonly file: EpicFile;
  /** null when no gate is asked. */
  readonly readiness: Readiness | null;
  readonly standing: RatioStanding;
  /** Ids of the value tree; null when nothing is known of it. */
  readonly knownKeyResults: readonly string[] | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What may be worth a look in an epic, the most pressing first. Nothing is asked of what was stopped but to be readable. */
export function epicSigns(inputs: SignInputs): readonly EpicSign[] {
  const { file, readiness, standing, knownKeyResults, today } = inputs;
  const { epic } = file;
  const signs: (EpicSign | null)[] = [fileProblem(file)];
  if (epic !== null && epic.stage !== 'stopped')
    signs.push(
      unreadyLaunch(epic, readiness, today),
      reviewDue(epic, today),
      standing === 'noOutcome' || standing === 'templateLeft' ? { code: 'noOutcome', reason: standing } : null,
      beliefDue(epic, today),
      unknownKeyResult(epic, knownKeyResults),
    );
  return signs.filter(sign => sign !== null);
}

function fileProblem({ problems }: EpicFile): EpicSign | null {
  const [problem] = problems;
  return problem === undefined ? null : { code: 'fileProblem', problem, count: problems.length };
}

/** Nothing is said of gates in a file that holds both sides of a merge. */
function unreadyLaunch(epic: Epic, readiness: Readiness | null, today: string): EpicSign | null {
  const live = isLive(epic, today);
  const hasConflict = readiness?.epic.problems.some(({ code }) => code === 'file/conflict') ?? false;
  if (readiness === null || hasConflict || !(live || epic.stage === 'launch')) return null;
  const gates = readiness.gates
    .filter(({ gate, items, met }) => gate.stage === 'launch' && (items.length === 0 || met < items.length))
    .map(unmetGate);
  return gates.length === 0 ? null : { code: 'unreadyLaunch', live, gates };
}

function reviewDue(epic: Epic, today: string): EpicSign | null {
  const { due } = reviewDays(epic, today);
  return due === null ? null : { code: 'reviewDue', day: due, daysLate: daysBetween(due, today) };
}

function beliefDue(epic: Epic, today: string): EpicSign | null {
  const due = beliefsDue(epic, today).flatMap(({ belief, look }): DueBelief[] =>
    look.state === 'due' ? [{ belief: belief.belief, day: look.since, daysLate: daysBetween(look.since, today) }] : [],
  );
  return due.length === 0 ? null : { code: 'beliefDue', beliefs: due };
}

function unknownKeyResult({ keyResult }: Epic, known: readonly string[] | null): EpicSign | null {
  return keyResult === null || known === null || known.includes(keyResult)
    ? null
    : { code: 'unknownKeyResult', keyResult };
}
