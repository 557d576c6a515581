import { questionsOf, type ReadinessQuestions, type RepositoryEvidence } from '../../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import { createLinkedChanges } from './linkedChanges.ts';
import { createTickAges } from './tickAges.ts';

export interface GitRequest {
  /** The files whose items are looked up, as they are saved. */
  readonly files: readonly EpicFile[];
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  /** Path of the epic that the current branch is about; null when there is none. */
  readonly branchEpic: string | null;
  /** The folder of the epic files. */
  readonly folder: string;
  /** Gates (lower case) where a tick with stale evidence is not met. */
  readonly evidenceRequired: readonly string[];
  /** Whether `changed` proofs are looked up: which commits are linked to an epic. */
  readonly linkedChanges: boolean;
}

/** What was asked, and which of it is so. */
interface Told {
  readonly asked: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

/** What git told of the items of several epics. What was not asked is not known. */
export interface GitTold {
  readonly commits: Told;
  readonly tracked: Told;
  /** Texts that a tracked file holds. */
  readonly held: Told;
  /** null: not asked. */
  readonly tags: readonly string[] | null;
  /** By the file's path, as `RepositoryEvidence` has them. */
  readonly changed: ReadonlyMap<string, RepositoryEvidence['changed']>;
  readonly changedSinceTick: ReadonlyMap<EpicFile, RepositoryEvidence['changedSinceTick']>;
}

export type GitLookup = (request: GitRequest, signal?: AbortSignal) => Promise<GitTold>;

/**
 * Asks git once for all epics, whatever their number. Only the age of ticks is asked file by file, and only where it
 * decides: of a gate that demands evidence.
 */
export function createGitLookup(git: GitAnswers): GitLookup {
  const linkedChanges = createLinkedChanges(git);
  const tickAges = createTickAges(git);
  return async ({ files, facts, rules, branchEpic, folder, ...request }, signal) => {
    const questions = files.map(questionsOf);
    const told = async (
      pick: (one: ReadinessQuestions) => ReadonlySet<string>,
      find: (asked: readonly string[]) => Promise<ReadonlySet<string>>,
    ): Promise<Told> => {
      const asked = new Set(questions.flatMap(one => [...pick(one)]));
      return { asked, found: await find([...asked].sort()) };
    };
    const readable = files.flatMap(({ epic, path }, at) => (epic === null ? [] : [{ epic, path, at }]));
    const changed = await linkedChanges({
      facts,
      rules,
      asked: readable.map(({ epic, path, at }) => ({
        epic,
        isBranchOfEpic: path === branchEpic,
        globs: request.linkedChanges ? [...(questions[at]?.changed ?? [])] : [],
      })),
    });
    const changedSinceTick = new Map<EpicFile, RepositoryEvidence['changedSinceTick']>();
    for (const file of files)
      if (demandsEvidence(file, request.evidenceRequired)) changedSinceTick.set(file, await tickAges(file, facts));
    return {
      commits: await told(
        one => one.commits,
        names => git.knownCommits(names, signal),
      ),
      tracked: await told(
        one => one.tracked,
        paths => git.tracked(paths, signal),
      ),
      held: await told(
        one => one.absent,
        texts => git.heldTexts(texts, folder, signal),
      ),
      tags: questions.some(({ tags }) => tags) ? await git.tags(signal) : null,
      changed: new Map(readable.map(({ path }, at) => [path, changed[at] ?? new Map()])),
      changedSinceTick,
    };
  };
}

function demandsEvidence({ epic }: EpicFile, required: readonly string[]): boolean {
  return epic?.gates.some(({ name }) => required.includes(name.toLowerCase())) ?? false;
}
