import { epicsForTicket } from '../../answers/why/epicForTicket.ts';
import { readinessOf } from '../../answers/ready/readiness.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { ReadyAbout, ReadyAnswer, ReadyMissing } from '../../model/ready.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../../model/why.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { createGateEvidence } from './gateEvidence.ts';

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
  const gateEvidence = createGateEvidence(ports, git);
  return async ({ request, facts, rules, outcomes, why }, signal) => {
    const now = ports.now();
    const about: ReadyAbout = {
      ...{ folder: ports.outcomesFolder(), epic: request.epic, gate: request.gate },
      ...{ branch: why.value?.branch.label ?? null, ticket: why.value?.ticket?.key ?? null },
    };
    const file = request.epic === null ? (why.value?.epic ?? null) : findEpic(outcomes, request.epic);
    if (file === null)
      return { value: null, reasons: [], missing: [whyNoEpic(request, outcomes, why)], asOf: now, about };
    const allGates = file.epic?.gates.map(gate => gate.name.toLowerCase()) ?? [];
    const evidenceOf = await gateEvidence(
      {
        ...{ facts, rules, outcomes, branchEpic: why.value?.epic?.path ?? null, linkedChanges: true },
        ...{ files: [file], judged: [file] },
        // Of the one epic that is shown the age of every tick is told.
        evidenceRequired: allGates,
      },
      signal,
    );
    const judged = readinessOf({
      file,
      evidence: evidenceOf(file),
      today: dayIn(outcomes.team.timeZone, now),
      gate: request.gate,
      evidenceRequired: request.strict ? allGates : outcomes.team.evidenceRequired.map(name => name.toLowerCase()),
      now,
    });
    return { ...judged, about };
  };
}

function whyNoEpic({ epic }: ReadyRequest, { epics }: OutcomesFolder, { value }: WhyAnswer): ReadyMissing {
  if (epics.length === 0) return 'epics/none';
  if (epic !== null) return 'epic/none';
  if (value?.branch.state === 'detached') return 'branch/detached';
  if (value !== null && value.ticket !== null) return 'branch/noEpic';
  return value?.branch.state === 'main' ? 'branch/isMain' : 'branch/noTicket';
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
