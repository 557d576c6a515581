import { knownKeyResults, type Epic, type EpicFile, type OutcomesFolder } from '../../model/epic.ts';
import type { DueMeasure } from '../../model/learn/calibration.ts';
import type { DebtFacts, FinishedFacts, LeaderFacts, Ties } from '../../model/learn/learn.ts';
import { hasAnticipatedOutcome, isTemplateLeft, type Outcome } from '../../model/outcome.ts';
import { isOver } from '../../model/stage.ts';
import { namesDebtImpact } from './outcomeLint/rules/debtImpact.ts';
import { namesOnlyTasks } from './outcomeLint/prose/tasksOnly.ts';
import type { PastEpic } from './dueMeasures.ts';
import { outcomeChanges } from './outcomeChanges.ts';
import { plannedReviews } from './reviewDays.ts';

const RELIABILITY = /reliab|scal|risk/i;
const EFFECTS = /customer|volume|cost|performance/i;

export interface LeaderInputs {
  readonly epics: readonly PastEpic[];
  readonly due: readonly DueMeasure[];
  readonly outcomes: Pick<OutcomesFolder, 'valueTree'>;
  readonly today: string;
}

/** The leader's questions, as far as the epic files tell. */
export function leaderFacts({ epics, due, outcomes, today }: LeaderInputs): LeaderFacts {
  const all = epics.flatMap(({ file, past }) => (file.epic === null ? [] : [{ file, epic: file.epic, past }]));
  const inFlight = all.filter(({ epic }) => !isOver(epic.stage) && !isFinished(epic, today));
  const stating = inFlight.flatMap(({ epic, past }) => {
    return hasAnticipatedOutcome(epic.outcome) ? [{ epic, past, outcome: epic.outcome }] : [];
  });
  const keysOf = (some: readonly { readonly epic: Epic }[]): string[] => some.map(({ epic }) => epic.key);
  return {
    inFlight: keysOf(inFlight),
    withoutOutcome: keysOf(inFlight.filter(({ epic }) => !hasAnticipatedOutcome(epic.outcome))),
    onlyFeature: keysOf(stating.filter(({ outcome }) => namesOnlyTasks(outcome.statement))),
    withoutBenefit: keysOf(stating.filter(({ outcome }) => outcome.benefits.length === 0)),
    ties: tiesOf(
      inFlight.map(({ epic }) => epic),
      outcomes,
    ),
    changes: stating.map(({ epic, past }) => outcomeChanges(epic.key, past)),
    debt: debtOf(all.map(({ epic }) => epic)),
    finished: finishedOf(
      all.map(({ file, epic }) => ({ file, epic })),
      due,
      today,
    ),
  };
}

/** A key result that the value tree does not have ties to nothing; without a tree that can be read, its name is enough. */
function tiesOf(epics: readonly Epic[], { valueTree }: LeaderInputs['outcomes']): Ties {
  const known = knownKeyResults(valueTree);
  const hasKeyResult = ({ keyResult }: Epic): boolean =>
    keyResult !== null && (known === null || known.includes(keyResult));
  const hasMeasure = ({ outcome }: Epic): boolean =>
    outcome?.measures.some(({ name }) => !isTemplateLeft(name)) ?? false;
  const others = epics.filter(epic => !hasKeyResult(epic));
  return {
    keyResult: epics.filter(hasKeyResult).map(({ key }) => key),
    measure: others.filter(hasMeasure).map(({ key }) => key),
    nothing: others.filter(epic => !hasMeasure(epic)).map(({ key }) => key),
  };
}

function debtOf(all: readonly Epic[]): DebtFacts {
  const epics = all.filter(({ type, stage }) => type === 'debt' && stage !== 'stopped');
  const named = (pattern: RegExp): string[] => epics.filter(epic => pattern.test(wordsOf(epic))).map(({ key }) => key);
  return {
    epics: epics.map(({ key }) => key),
    named: named(RELIABILITY),
    effects: named(EFFECTS),
    withoutReason: epics.filter(epic => !namesDebtImpact(epic)).map(({ key }) => key),
  };
}

function wordsOf({ debt, outcome }: Epic): string {
  return [...(debt?.impacts ?? []), outcome?.statement ?? ''].join(' ');
}

interface Finished {
  readonly file: EpicFile;
  readonly epic: Epic;
}

function finishedOf(all: readonly Finished[], due: readonly DueMeasure[], today: string): FinishedFacts {
  const epics = all.filter(({ epic }) => isFinished(epic, today));
  const judged = new Set(due.filter(({ result }) => result === 'hit' || result === 'missed').map(({ path }) => path));
  const compared = epics.filter(({ file, epic: { outcome } }) => {
    return hasAnticipatedOutcome(outcome) && (hasVerdict(outcome) || judged.has(file.path));
  });
  return { epics: epics.map(({ epic }) => epic.key), compared: compared.map(({ epic }) => epic.key) };
}

function isFinished(epic: Epic, today: string): boolean {
  if (epic.stage === 'closed') return true;
  const last = plannedReviews(epic).at(-1);
  return epic.stage === 'review' && last !== undefined && last <= today;
}

function hasVerdict({ actual }: Outcome): boolean {
  return actual !== null && actual.verdict !== 'unknown';
}
