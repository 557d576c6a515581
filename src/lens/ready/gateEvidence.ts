import { questionsOf, type ReadinessQuestions, type RepositoryEvidence } from '../../answers/ready/repositoryFacts.ts';
import type { EpicFile, OutcomesFolder } from '../../model/epic.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import type { LensPorts } from '../ports.ts';
import { evidenceFiles } from './evidenceFiles.ts';
import { createGitLookup, type GitRequest } from './gitTold.ts';
import { toldEvidence } from './toldEvidence.ts';

/** `files` are looked up in git, those of `judged` in the work tree. */
export interface EvidenceRequest extends Omit<GitRequest, 'folder'> {
  readonly judged: readonly EpicFile[];
  readonly outcomes: OutcomesFolder;
}

/** Looks up what the items of any number of epics ask, each question once. The evidence is told for the files of `judged`. */
export type GateEvidence = (
  request: EvidenceRequest,
  signal?: AbortSignal,
) => Promise<(file: EpicFile) => RepositoryEvidence>;

/** The only way to evidence, so that all answers about items agree. */
export function createGateEvidence(ports: LensPorts, git: GitAnswers): GateEvidence {
  const lookUp = createGitLookup(git);
  return async ({ judged, outcomes, ...request }, signal) => {
    const told = await lookUp({ ...request, folder: ports.outcomesFolder() }, signal);
    const files = await evidenceFiles(ports, git.root, pathsOf(judged));
    const tickets = new Set(outcomes.epics.flatMap(({ epic }) => (epic === null ? [] : [epic.key, ...epic.tickets])));
    return file => toldEvidence(file, told, files, { shallow: request.facts.shallow, tickets });
  };
}

function pathsOf(files: readonly EpicFile[]): Pick<ReadinessQuestions, 'paths' | 'texts'> {
  const questions = files.map(questionsOf);
  return {
    paths: new Set(questions.flatMap(({ paths }) => [...paths])),
    texts: new Set(questions.flatMap(({ texts }) => [...texts])),
  };
}
