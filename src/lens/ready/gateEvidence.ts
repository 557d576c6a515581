import { questionsOf, type RepositoryEvidence } from '../../answers/ready/repositoryFacts.ts';
import type { RepositoryFacts } from '../../model/branch.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import { ProblemError } from '../../model/problem.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import type { LinkedChanges } from './linkedChanges.ts';
import type { TickAges } from './tickAges.ts';

export interface EvidenceRequest {
  readonly file: EpicFile;
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly outcomes: OutcomesFolder;
  /** The current branch is about this epic. */
  readonly isBranchOfEpic: boolean;
}

export interface EvidenceSources {
  readonly ports: LensPorts;
  readonly git: GitAnswers;
  readonly linkedChanges: LinkedChanges;
  readonly tickAges: TickAges;
}

/** Looks up in the work tree and in git what the gates of an epic ask. */
export async function gateEvidence(
  { ports, git, linkedChanges, tickAges }: EvidenceSources,
  { file, facts, rules, outcomes, isBranchOfEpic }: EvidenceRequest,
  signal?: AbortSignal,
): Promise<RepositoryEvidence> {
  const questions = questionsOf(file);
  const { root } = git;
  const paths = new Set<string>();
  const texts = new Map<string, string>();
  const tooLarge = new Set<string>();
  const commits = new Set<string>();
  for (const path of questions.paths) if (await ports.files.exists(root, path)) paths.add(path);
  for (const path of questions.texts) {
    const text = paths.has(path) ? await readText(ports, root, path) : null;
    if (text === 'tooLarge') tooLarge.add(path);
    else if (text !== null) texts.set(path, text.text);
  }
  for (const hash of questions.commits) if (await git.hasCommit(hash, signal)) commits.add(hash);
  const folder = ports.outcomesFolder(root);
  const absent = new Map<string, boolean>();
  for (const text of questions.absent) absent.set(text, !(await git.isHeld(text, folder, signal)));
  const { epic } = file;
  const globs = [...questions.changed];
  return {
    paths,
    texts,
    tooLarge,
    tracked: await git.tracked([...questions.tracked], signal),
    shallow: facts.shallow,
    commits,
    tags: questions.tags ? await git.tags(signal) : [],
    tickets: new Set(
      outcomes.epics.flatMap(other => (other.epic === null ? [] : [other.epic.key, ...other.epic.tickets])),
    ),
    changed: epic === null ? new Map() : await linkedChanges({ facts, rules, epic, isBranchOfEpic, globs }),
    absent,
    changedSinceTick: await tickAges(file, facts),
  };
}

/** A folder has no text to look into. */
async function readText(ports: LensPorts, root: string, path: string): Promise<{ text: string } | 'tooLarge' | null> {
  try {
    return await ports.files.read(root, path);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code === 'file/too-large' ? 'tooLarge' : null;
    throw error;
  }
}
