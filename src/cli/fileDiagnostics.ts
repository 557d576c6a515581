import type { EpicFile } from '../model/epic.ts';
import { problemLine } from '../wording/problems.ts';

/** What could not be read of a file that the answer rests on: file, line and what to do. */
export function fileDiagnostics(file: EpicFile): string[] {
  return file.problems.map(problem => problemLine({ file: file.path, ...problem }));
}
