import type { GitPort, RepositoryPort } from '../model/ports/gitPort.ts';
import { changedBetween, readMentions, readTracked } from './checks.ts';
import { createGitClient, type GitClient, type GitClientOptions } from './gitClient.ts';
import { readHeldTexts } from './heldTexts.ts';
import { commitsSince, readHistory } from './history.ts';
import type { HistoryReads } from './historyReads.ts';
import { readLayout, type Layout } from './layout.ts';
import { branchTip, knownCommits, readFacts, readTags } from './refs.ts';
import { branchConfig } from './settings.ts';
import { listTree, readTree } from './trees.ts';

/** The door to git: everything that this product reads of repositories comes through here. */
export function createGit(options: GitClientOptions): GitPort {
  const client = createGitClient(options);
  return {
    open: async (folder, signal) => repository(client, await readLayout(client, folder, signal)),
  };
}

function repository(client: GitClient, layout: Layout): RepositoryPort {
  const { root, watch } = layout;
  const past = async (): Promise<HistoryReads> =>
    (await import('./historyReads.ts')).createHistoryReads(client, layout);
  return {
    root,
    watch,
    facts: (wantedMain, rules, signal) => readFacts(client, layout, wantedMain, rules, signal),
    commitsSince: (...request) => commitsSince(client, root, ...request),
    branchConfig: (ref, key, signal) => branchConfig(client, root, ref, key, signal),
    setBranchConfig: (ref, key, value) => client.change(root, { change: 'set', ref, key, value }),
    addBranchConfig: (ref, key, value) => client.change(root, { change: 'add', ref, key, value }),
    unsetBranchConfig: (ref, key) => client.change(root, { change: 'unset', ref, key }),
    branchTip: (shortName, signal) => branchTip(client, root, shortName, signal),
    listTree: (commit, folder, signal) => listTree(client, root, commit, folder, signal),
    readTree: (commit, path, signal) => readTree(client, root, commit, path, signal),
    knownCommits: (names, signal) => knownCommits(client, root, names, signal),
    tracked: (paths, signal) => readTracked(client, root, paths, signal),
    heldTexts: (texts, except, signal) => readHeldTexts(client, root, texts, except, signal),
    mentions: (request, signal) => readMentions(client, root, request, signal),
    changedBetween: (...request) => changedBetween(client, root, ...request),
    tags: signal => readTags(client, root, signal),
    history: (request, sink, signal) => readHistory(client, root, request, sink, signal),
    releaseTags: async (...request) => (await past()).releaseTags(...request),
    sizes: async (...request) => (await past()).sizes(...request),
    changedPaths: async (...request) => (await past()).changedPaths(...request),
    fileVersions: async (...request) => (await past()).fileVersions(...request),
    openBranches: async (...request) => (await past()).openBranches(...request),
    ticketPlaces: async (...request) => (await past()).ticketPlaces(...request),
    groupSizes: async (...request) => (await past()).groupSizes(...request),
    lineOrigins: async (...request) => (await past()).lineOrigins(...request),
    ignoreRevsFiles: async signal => (await past()).ignoreRevsFiles(signal),
    fileIn: async (...request) => (await past()).fileIn(...request),
    titledCommits: async (...request) => (await past()).titledCommits(...request),
    fullHash: async (...request) => (await past()).fullHash(...request),
    landingMerge: async (...request) => (await past()).landingMerge(...request),
    pathChanges: async (...request) => (await past()).pathChanges(...request),
    commitFiles: async (...request) => (await past()).commitFiles(...request),
  };
}
