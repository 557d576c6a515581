import type { RepositoryLens } from '../lens/outcomeLens.ts';
import { mainNotFoundText } from '../wording/why.ts';

/** Says when team.yaml names a main branch that is not here, so that another one was taken. */
export async function mainBranchDiagnostics(repository: RepositoryLens, signal: AbortSignal): Promise<string[]> {
  const { team } = await repository.outcomes(signal);
  const branch = (await repository.why(signal)).value?.branch ?? null;
  // Before the first commit there is no branch of any name.
  if (team.mainBranch === null || branch === null || branch.state === 'unborn' || branch.main?.how === 'team')
    return [];
  return [mainNotFoundText(team.mainBranch, branch.main?.name ?? null)];
}
