import type { RepositoryFacts } from '../model/branch.ts';
import type { EpicFile } from '../model/epic.ts';
import type { FileVersions } from '../model/ports/gitPort.ts';
import { ProblemError } from '../model/problem.ts';
import type { GitAnswers } from './gitAnswers.ts';
import type { LensPorts } from './ports.ts';
import { createSharedReads } from './sharedReads.ts';

export interface EpicVersionsRequest {
  readonly facts: RepositoryFacts;
  readonly epics: readonly EpicFile[];
}

/**
 * The committed versions of epic files by their paths, newest first, over renames: of files of the work tree those of this
 * branch, of files that only main has those of main. A file that is committed nowhere is left out; null stands for one of
 * which git cannot tell: in a partial clone, or when it fails. Only dates and texts are read, never who wrote them. Rejects
 * with `CancelledError`.
 */
export type EpicVersions = (
  request: EpicVersionsRequest,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, FileVersions | null>>;

/**
 * What a commit holds never changes, so each is read once; what HEAD and main hold is kept. A reading that nobody waits for any
 * more is stopped.
 */
export function createEpicVersions(ports: LensPorts, git: GitAnswers): EpicVersions {
  const read = createSharedReads<ReadonlyMap<string, FileVersions> | null>();
  let known = '';

  async function versionsAt(
    tip: string | null,
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, FileVersions> | null> {
    if (tip === null) return new Map();
    const folder = ports.outcomesFolder();
    try {
      return await read.get(`${tip} ${folder}`, shared => git.fileVersions({ tip, folder }, shared), signal);
    } catch (error) {
      if (error instanceof ProblemError && /^git\/(?:failed|timeout)$/.test(error.problem.code)) return null;
      throw error;
    }
  }

  return async ({ facts: { head, main }, epics }, signal) => {
    const here = head.kind === 'unborn' ? null : head.hash;
    const there = main?.hash ?? null;
    if (known !== `${here} ${there}`) read.clear();
    known = `${here} ${there}`;
    // Once for all files: a reading that failed is not tried again for each.
    const tips = new Set(epics.map(({ origin }) => (origin === 'main' ? there : here)));
    const versions = new Map<string | null, Awaited<ReturnType<typeof versionsAt>>>();
    for (const tip of tips) versions.set(tip, await versionsAt(tip, signal));
    const found = new Map<string, FileVersions | null>();
    for (const { path, origin } of epics) {
      const ofTip = versions.get(origin === 'main' ? there : here);
      const ofFile = ofTip === null ? null : ofTip?.get(path);
      if (ofFile !== undefined) found.set(path, ofFile);
    }
    return found;
  };
}
