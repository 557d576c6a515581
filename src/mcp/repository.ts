import type { OutcomeLens, RepositoryLens } from '../lens/outcomeLens.ts';

/**
 * The one repository of this server. It is opened with the first question, so that a folder without one is told as an answer,
 * and asked for again while there is none. Between two questions anything may have changed, so each reads anew what is kept.
 */
export function createOneRepository(
  lens: OutcomeLens,
  folder: string,
): (signal: AbortSignal) => Promise<RepositoryLens> {
  let opening: Promise<RepositoryLens> | null = null;
  return async signal => {
    signal.throwIfAborted();
    // Questions at the same time share it, so it takes no question's signal.
    opening ??= lens.open(folder).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    const repository = await opening;
    repository.invalidate();
    return repository;
  };
}
