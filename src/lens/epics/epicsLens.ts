import { epicsOverview } from '../../answers/learn/epicsOverview.ts';
import { isLive } from '../../answers/learn/reviewDays.ts';
import { readinessOf } from '../../answers/ready/readiness.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { EpicsOverview } from '../../model/learn/epicsOverview.ts';
import type { Readiness } from '../../model/ready.ts';
import { isOver } from '../../model/stage.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../../model/why.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { createGateEvidence } from '../ready/gateEvidence.ts';
import { createSavedFiles } from '../ready/savedFiles.ts';

export interface EpicsContext {
  readonly facts: RepositoryFacts;
  /** Of what is saved, so that no keystroke asks git anew. */
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  readonly why: WhyAnswer;
  /** `YYYY-MM-DD` in the team's time zone. */
  readonly today: string;
}

export type EpicsLens = (context: EpicsContext) => Promise<EpicsOverview>;

/**
 * All epics with their signs. Git is asked only about the items of epics that go live or have gone live, and of the current
 * branch's epic, which the Readiness view shows beside it; once for all of them, and never while somebody types. Of the
 * others the files alone tell.
 */
export function createEpicsLens(ports: LensPorts, git: GitAnswers): EpicsLens {
  const gateEvidence = createGateEvidence(ports, git);
  const savedFiles = createSavedFiles();
  let judged: ReadonlyMap<string, { readonly file: EpicFile; readonly readiness: Readiness }> = new Map();

  return async ({ facts, rules, outcomes, why, today }) => {
    const { epics, team } = outcomes;
    const branchEpic = why.value?.epic?.path ?? null;
    const evidenceRequired = team.evidenceRequired.map(name => name.toLowerCase());
    const waitedFor = epics.filter(isWaitedFor);
    const evidenceOf = await gateEvidence({
      ...{ facts, rules, outcomes, branchEpic, evidenceRequired, linkedChanges: true, judged: waitedFor },
      files: [...savedFiles(epics).values()].filter(
        file => isWaitedFor(file) && (file.path === branchEpic || goesLive(file, today)),
      ),
    });
    const typing = epics.some(({ unsaved }) => unsaved);
    const judge = (file: EpicFile): Readiness | null => {
      const before = judged.get(file.path);
      if (typing && before?.file === file) return before.readiness;
      return readinessOf({ file, evidence: evidenceOf(file), today, gate: null, evidenceRequired, now: ports.now() })
        .value;
    };
    judged = new Map(
      waitedFor.flatMap(file => {
        const readiness = judge(file);
        return readiness === null ? [] : [[file.path, { file, readiness }] as const];
      }),
    );
    const readiness = new Map([...judged].map(([path, one]) => [path, one.readiness]));
    return epicsOverview({ outcomes, readiness, today });
  };
}

/** Of what is closed or stopped nobody waits for an item. */
function isWaitedFor({ epic }: EpicFile): boolean {
  return epic !== null && !isOver(epic.stage);
}

function goesLive({ epic }: EpicFile, today: string): boolean {
  return epic !== null && (epic.stage === 'launch' || isLive(epic, today));
}
