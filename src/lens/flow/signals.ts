import type { TeamFile } from '../../model/epic.ts';
import type { ImportedSeries } from '../../model/flow/signals.ts';
import { ProblemError } from '../../model/problem.ts';
import type { FilesPort } from '../../model/ports/filesPort.ts';
import { readSignalsCsv } from '../../model/text/signalsCsv.ts';

const MOST_SIGNALS = 20;

/** The series that a team file names; one that cannot be read says so by having no content. */
export function readSignals(files: FilesPort, root: string, team: TeamFile): Promise<ImportedSeries[]> {
  return Promise.all(
    team.signals.slice(0, MOST_SIGNALS).map(async ({ name, unit, file, minimumGroup }) => {
      const text = await textOf(files, root, file);
      return { name, unit, minimumGroup, content: text === null ? null : readSignalsCsv(text) };
    }),
  );
}

async function textOf(files: FilesPort, root: string, path: string): Promise<string | null> {
  try {
    return (await files.read(root, path))?.text ?? null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
