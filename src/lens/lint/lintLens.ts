import { lintEpic } from '../../answers/learn/outcomeLint/lintEpic.ts';
import { readinessOf } from '../../answers/ready/readiness.ts';
import { questionsOf } from '../../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import { dayIn } from '../../model/calendarDay.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { Finding, LintedEpic } from '../../model/lint.ts';
import type { Readiness } from '../../model/ready.ts';
import { isOver } from '../../model/stage.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { WhyAnswer } from '../../model/why.ts';
import { unlessAborted, type GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { createGateEvidence } from '../ready/gateEvidence.ts';
import { createSavedFiles } from '../ready/savedFiles.ts';
import { createBuiltAlready } from './builtAlready.ts';

export interface LintContext {
  readonly facts: RepositoryFacts;
  /** Of what is saved, so that no keystroke asks git anew. */
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  readonly why: WhyAnswer;
}

export type LintLens = (context: LintContext, signal?: AbortSignal) => Promise<readonly LintedEpic[]>;

/** How an epic's items stood when it was last judged; null where nothing is told of them. */
interface Standing {
  readonly file: EpicFile;
  readonly readiness: Readiness | null;
}

/**
 * Lints all epic files, unsaved texts included. Of git it asks no more than readiness does, and less: which ticks are stale and
 * which commits are linked changes no finding. What the branch's commits changed is asked only where it decides one. While a
 * file has unsaved text that asks the repository something new, nothing is found about its items.
 */
export function createLintLens(ports: LensPorts, git: GitAnswers): LintLens {
  const gateEvidence = createGateEvidence(ports, git);
  const builtAlready = createBuiltAlready(git);
  const savedFiles = createSavedFiles();
  let known: ReadonlyMap<string, Standing> = new Map();

  /** Asks once for all epics, about what is saved. */
  async function standingsOf(context: LintContext, today: string, signal?: AbortSignal): Promise<readonly Standing[]> {
    const { facts, rules, outcomes } = context;
    const saved = savedFiles(outcomes.epics);
    const typing = outcomes.epics.some(({ unsaved }) => unsaved);
    const asksNothingNew = (file: EpicFile): boolean => {
      const before = saved.get(file.path);
      return before !== undefined && (before === file || asked(before) === asked(file));
    };
    const isKept = (file: EpicFile): boolean => typing && known.get(file.path)?.file === file;
    const judged = new Set(outcomes.epics.filter(file => !isKept(file) && hasItems(file) && asksNothingNew(file)));
    const evidenceOf = await gateEvidence(
      {
        ...{ facts, rules, outcomes, branchEpic: null, evidenceRequired: [], linkedChanges: false },
        files: [...saved.values()].filter(hasItems),
        judged: [...judged],
      },
      signal,
    );
    const now = ports.now();
    return outcomes.epics.map(file => {
      if (isKept(file)) return { file, readiness: known.get(file.path)?.readiness ?? null };
      if (!judged.has(file)) return { file, readiness: null };
      const evidence = evidenceOf(file);
      return { file, readiness: readinessOf({ file, evidence, today, gate: null, evidenceRequired: [], now }).value };
    });
  }

  return async (context, signal) => {
    const { outcomes, why } = context;
    const today = dayIn(outcomes.team.timeZone, ports.now());
    const typing = outcomes.epics.some(({ unsaved }) => unsaved);
    const standings = await unlessAborted(standingsOf(context, today, signal), signal);
    known = new Map(standings.map(standing => [standing.file.path, standing]));
    const commits = why.value?.branch.commits ?? 0;
    const folder = ports.outcomesFolder();
    const linted: LintedEpic[] = [];
    for (const { file, readiness } of standings) {
      const commitsLand = commits > 0 && why.value?.epic?.path === file.path;
      const findings = lintEpic(file, { today, outcomes, readiness, commitsLand });
      // Only where it matters is git asked what the commits changed.
      const isWrong =
        findings.some(isChurn) && !(await unlessAborted(builtAlready({ ...context, folder, quietly: typing }), signal));
      linted.push({ file, findings: isWrong ? findings.filter(finding => !isChurn(finding)) : findings });
    }
    return linted;
  };
}

function isChurn({ rule }: Finding): boolean {
  return rule === 'gate/expect-churn';
}

/** Closed and stopped epics have no item that anybody waits for. */
function hasItems({ epic }: EpicFile): boolean {
  if (epic === null || isOver(epic.stage)) return false;
  return epic.gates.some(({ items }) => items.length > 0);
}

function asked(file: EpicFile): string {
  const { paths, texts, tracked, commits, tags, absent } = questionsOf(file);
  return JSON.stringify([[...paths], [...texts], [...tracked], [...commits], tags, [...absent]].map(sorted));
}

function sorted(values: readonly string[] | boolean): readonly string[] | boolean {
  return typeof values === 'boolean' ? values : values.toSorted();
}
