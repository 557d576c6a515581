import { lintEpic } from '../../answers/learn/outcomeLint/lintEpic.ts';
import { readinessOf } from '../../answers/ready/readiness.ts';
import { questionsOf } from '../../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { LintedEpic } from '../../model/lint.ts';
import type { Readiness } from '../../model/ready.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../../model/why.ts';
import { unlessAborted, type GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { gateEvidence, type EvidenceSources } from '../ready/gateEvidence.ts';

export interface LintContext {
  readonly facts: RepositoryFacts;
  /** Of what is saved, so that no keystroke asks git anew. */
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  readonly why: WhyAnswer;
}

export type LintLens = (context: LintContext, signal?: AbortSignal) => Promise<readonly LintedEpic[]>;

/** What an epic's items asked of the repository when it was last saved, and how they stood. */
interface Known {
  readonly file: EpicFile;
  readonly questions: string;
  readonly readiness: Readiness | null;
}

/**
 * Lints all epic files, unsaved texts included. Of git it asks no more than readiness does, and less: which ticks are stale and
 * which commits are linked changes no finding. While a file has unsaved text that asks the repository something new, nothing
 * is found about its items.
 */
export function createLintLens(ports: LensPorts, git: GitAnswers): LintLens {
  const sources: EvidenceSources = {
    ports,
    git,
    linkedChanges: () => Promise.resolve(new Map()),
    tickAges: () => Promise.resolve(new Map()),
  };
  let known: ReadonlyMap<string, Known> = new Map();

  async function readinessNow(file: EpicFile, context: LintContext, today: string): Promise<Readiness | null> {
    const { facts, rules, outcomes } = context;
    const evidence = await gateEvidence(sources, { file, facts, rules, outcomes, isBranchOfEpic: false });
    return readinessOf({ file, evidence, today, gate: null, evidenceRequired: [], now: ports.now() }).value;
  }

  async function standingOf(file: EpicFile, context: LintContext, today: string, typing: boolean): Promise<Known> {
    const questions = asked(file);
    const before = known.get(file.path);
    if (typing && before?.file === file) return before;
    if (!hasItems(file)) return { file, questions, readiness: null };
    if (file.unsaved && before?.questions !== questions)
      return { file, questions: before?.questions ?? '', readiness: null };
    return { file, questions, readiness: await readinessNow(file, context, today) };
  }

  return async (context, signal) => {
    const { outcomes, why } = context;
    const today = dayIn(outcomes.team.timeZone, ports.now());
    const typing = outcomes.epics.some(({ unsaved }) => unsaved);
    const standings: Known[] = [];
    for (const file of outcomes.epics)
      standings.push(await unlessAborted(standingOf(file, context, today, typing), signal));
    known = new Map(standings.map(standing => [standing.file.path, standing]));
    const commits = why.value?.branch.commits ?? 0;
    return standings.map(({ file, readiness }) => {
      const commitsLand = commits > 0 && why.value?.epic?.path === file.path;
      return { file, findings: lintEpic(file, { today, outcomes, readiness, commitsLand }) };
    });
  };
}

/** Closed and stopped epics have no item that anybody waits for. */
function hasItems({ epic }: EpicFile): boolean {
  if (epic === null || epic.stage === 'closed' || epic.stage === 'stopped') return false;
  return epic.gates.some(({ items }) => items.length > 0);
}

function asked(file: EpicFile): string {
  const { paths, texts, tracked, commits, tags, absent } = questionsOf(file);
  return JSON.stringify([[...paths], [...texts], [...tracked], [...commits], tags, [...absent]].map(sorted));
}

function sorted(values: readonly string[] | boolean): readonly string[] | boolean {
  return typeof values === 'boolean' ? values : values.toSorted();
}
