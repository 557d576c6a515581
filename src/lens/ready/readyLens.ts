import { epicsForTicket } from '../../answers/why/epicForTicket.ts';
import { readinessOf } from '../../answers/ready/readiness.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { ReadyAnswer } from '../../model/ready.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../../model/why.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { gateEvidence, type EvidenceSources } from './gateEvidence.ts';
import { createLinkedChanges } from './linkedChanges.ts';
import { createTickAges } from './tickAges.ts';

export interface ReadyRequest {
  /** An epic's key or one of its tickets (case ignored), or a file's path; null asks about the current branch's epic. */
  readonly epic: string | null;
  /** A gate's name; null asks the gates of the epic's stage. */
  readonly gate: string | null;
  /** Claimed and stale items do not count as met. */
  readonly strict: boolean;
}

export interface ReadyContext {
  readonly request: ReadyRequest;
  readonly facts: RepositoryFacts;
  /** Of what is saved, so that no keystroke asks git anew. */
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  readonly why: WhyAnswer;
}

export type ReadyLens = (context: ReadyContext, signal?: AbortSignal) => Promise<ReadyAnswer>;

/** Looks up what the items ask of the repository, then lets the pure answer judge. */
export function createReadyLens(ports: LensPorts, git: GitAnswers): ReadyLens {
  const sources = { ports, git, linkedChanges: createLinkedChanges(git), tickAges: createTickAges(git) };
  return (context, signal) => answerReady(sources, context, signal);
}

async function answerReady(
  sources: EvidenceSources,
  context: ReadyContext,
  signal: AbortSignal | undefined,
): Promise<ReadyAnswer> {
  const { request, facts, rules, outcomes, why } = context;
  const now = sources.ports.now();
  const file = request.epic === null ? (why.value?.epic ?? null) : findEpic(outcomes, request.epic);
  if (file === null) return { value: null, reasons: [], missing: ['epic/none'], asOf: now };
  const isBranchOfEpic = why.value?.epic?.path === file.path;
  const allGates = file.epic?.gates.map(gate => gate.name.toLowerCase()) ?? [];
  return readinessOf({
    file,
    evidence: await gateEvidence(sources, { file, facts, rules, outcomes, isBranchOfEpic }, signal),
    today: dayIn(outcomes.team.timeZone, now),
    gate: request.gate,
    evidenceRequired: request.strict ? allGates : outcomes.team.evidenceRequired.map(name => name.toLowerCase()),
    now,
  });
}

function findEpic(outcomes: OutcomesFolder, wanted: string): EpicFile | null {
  const key = wanted.toUpperCase();
  return (
    outcomes.epics.find(file => file.epic?.key.toUpperCase() === key) ??
    outcomes.epics.find(file => file.path === wanted) ??
    epicsForTicket(wanted, outcomes.epics)[0]?.file ??
    null
  );
}
