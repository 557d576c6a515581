import { folderDiagnostics } from './folderDiagnostics.ts';
import { insideRepository } from './insideRepository.ts';
import { mainBranchDiagnostics } from './mainBranchDiagnostics.ts';
import { pathWhyJson } from './output/pathWhyJson.ts';
import { printPathWhy } from './print/printPathWhy.ts';
import type { CliRequest, CliResult } from './result.ts';

/** The why of a file or folder: exit 1 when no change leads to an anticipated outcome. */
export async function whyPath({ repository, options, signal }: CliRequest, written: string): Promise<CliResult> {
  const outcomes = await repository.outcomes(signal);
  const answer = await repository.whyOfPath(insideRepository(written, options, repository.root), signal);
  return {
    exit: answer.missing.includes('epics/none') || answer.missing.includes('outcomes/none') ? 1 : 0,
    text: printPathWhy(answer, outcomes.team.timeZone),
    json: pathWhyJson(answer),
    diagnostics: [...(await mainBranchDiagnostics(repository, signal)), ...folderDiagnostics(outcomes, null)],
  };
}
