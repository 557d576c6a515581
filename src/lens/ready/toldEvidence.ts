import { questionsOf, type RepositoryEvidence } from '../../answers/ready/repositoryFacts.ts';
import type { EpicFile } from '../../model/epic.ts';
import type { EvidenceFiles } from './evidenceFiles.ts';
import type { GitTold } from './gitTold.ts';

/**
 * The evidence for a file of which git was asked something, or nothing. Where it was not asked, what a tick points to is
 * taken for there, and what only a proof could show is unknown.
 */
export function toldEvidence(
  file: EpicFile,
  git: GitTold,
  files: EvidenceFiles,
  { shallow, tickets }: Pick<RepositoryEvidence, 'shallow' | 'tickets'>,
): RepositoryEvidence {
  const questions = questionsOf(file);
  const links = file.epic?.gates.flatMap(gate => gate.items).flatMap(item => item.evidence) ?? [];
  return {
    ...files,
    tickets,
    tracked: foundOrNotAsked(questions.tracked, git.tracked),
    // Of a clone that may lack something, what is not found is unknown: so too where nobody looked.
    shallow: shallow || (questions.tags && git.tags === null),
    commits: foundOrNotAsked(questions.commits, git.commits),
    tags: git.tags ?? links.filter(({ kind }) => kind === 'tag').map(({ target }) => target),
    changed: git.changed.get(file.path) ?? new Map(),
    absent: new Map(
      [...questions.absent].filter(text => git.held.asked.has(text)).map(text => [text, !git.held.found.has(text)]),
    ),
    changedSinceTick: git.changedSinceTick.get(file) ?? new Map(),
  };
}

function foundOrNotAsked(wanted: ReadonlySet<string>, { asked, found }: GitTold['commits']): ReadonlySet<string> {
  return new Set([...wanted].filter(name => found.has(name) || !asked.has(name)));
}
