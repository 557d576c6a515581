import type { EpicFile, OutcomesFolder } from '../model/epic.ts';
import { problemLine } from '../wording/problems.ts';

/**
 * What could not be read, as lines with file, line and what to do: of the file that the answer rests on, of files that
 * could not be read at all, and of the team file and value tree, which every answer uses.
 */
export function folderDiagnostics(outcomes: OutcomesFolder, asked: EpicFile | null): string[] {
  const lost = outcomes.epics.filter(file => file.epic === null && file.path !== asked?.path);
  const files = asked === null ? lost : [asked, ...lost];
  return [
    ...files.flatMap(file => file.problems.map(problem => problemLine({ file: file.path, ...problem }))),
    ...[...outcomes.team.problems, ...outcomes.valueTree.problems].map(problemLine),
  ];
}

/** The same of the files of several teams, which only flow uses. */
export function teamDiagnostics({ teams }: Pick<OutcomesFolder, 'teams'>): string[] {
  return teams.flatMap(({ file }) => file.problems.map(problemLine));
}
