import type { RepositoryPort } from '../model/ports/gitPort.ts';
import { readIgnoreRevsFiles, readLineOrigins } from './blame.ts';
import { readChangedPaths, readSizes } from './changes.ts';
import { readCommitFiles } from './commitFiles.ts';
import { readFileIn } from './fileIn.ts';
import { readFileVersions } from './fileVersions.ts';
import type { GitClient } from './gitClient.ts';
import { readGroupSizes } from './groupSize.ts';
import { findLandingMerge } from './landingMerge.ts';
import type { Layout } from './layout.ts';
import { readOpenBranches } from './openBranches.ts';
import { readPathChanges } from './pathChanges.ts';
import { fullHash } from './refs.ts';
import { readReleaseTags } from './tags.ts';
import { readRecentPlaces } from './ticketPlaces.ts';
import { readTitledCommits } from './titledCommits.ts';

/** What only the answers about the past ask, in a part of its own: the outcome of a branch is shown without it. */
export type HistoryReads = Pick<
  RepositoryPort,
  | 'releaseTags'
  | 'sizes'
  | 'changedPaths'
  | 'fileVersions'
  | 'openBranches'
  | 'groupSizes'
  | 'lineOrigins'
  | 'ignoreRevsFiles'
  | 'fileIn'
  | 'titledCommits'
  | 'fullHash'
  | 'landingMerge'
  | 'ticketPlaces'
  | 'pathChanges'
  | 'commitFiles'
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
    lineOrigins: (request, signal) => readLineOrigins(client, root, request, signal),
    ignoreRevsFiles: signal => readIgnoreRevsFiles(client, root, signal),
    fileIn: (...request) => readFileIn(client, root, ...request),
    titledCommits: (request, signal) => readTitledCommits(client, layout, request, signal),
    fullHash: (digits, signal) => fullHash(client, root, digits, signal),
    landingMerge: (...request) => findLandingMerge(client, root, ...request),
    pathChanges: (...request) => readPathChanges(client, root, ...request),
    commitFiles: (...request) => readCommitFiles(client, root, ...request),
  };
}
