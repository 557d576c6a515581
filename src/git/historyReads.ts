import type { RepositoryPort } from '../model/ports/gitPort.ts';
import { readChangedPaths, readSizes } from './changes.ts';
import { readFileVersions } from './fileVersions.ts';
import type { GitClient } from './gitClient.ts';
import { readGroupSizes } from './groupSize.ts';
import type { Layout } from './layout.ts';
import { readOpenBranches } from './openBranches.ts';
import { readReleaseTags } from './tags.ts';
import { readRecentPlaces } from './ticketPlaces.ts';

/** What only the answers about the past ask, in a part of its own: the outcome of a branch is shown without it. */
export type HistoryReads = Pick<
  RepositoryPort,
  'releaseTags' | 'sizes' | 'changedPaths' | 'fileVersions' | 'openBranches' | 'groupSizes' | 'ticketPlaces'
>;

export function createHistoryReads(client: GitClient, layout: Layout): HistoryReads {
  const { root } = layout;
  return {
    releaseTags: signal => readReleaseTags(client, root, signal),
    sizes: (commits, signal) => readSizes(client, root, commits, signal),
    changedPaths: (...request) => readChangedPaths(client, root, ...request),
    fileVersions: (request, signal) => readFileVersions(client, root, request, signal),
    openBranches: (request, signal) => readOpenBranches(client, layout, request, signal),
    ticketPlaces: (request, signal) => readRecentPlaces(client, root, request, signal),
    groupSizes: (sets, signal) => readGroupSizes(client, root, sets, signal),
  };
}
