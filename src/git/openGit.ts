import type { GitPort, RepositoryPort } from '../model/ports/gitPort.ts';
import { readChangedPaths, readSizes } from './changes.ts';
import { changedBetween, isHeld, readLineOrigins, readMentions, readTracked } from './checks.ts';
import { createGitClient, type GitClient, type GitClientOptions } from './gitClient.ts';
import { readGroupSizes } from './groupSize.ts';
import { commitsSince, readHistory } from './history.ts';
import { readLayout, type Layout } from './layout.ts';
import { readOpenBranches } from './openBranches.ts';
import { branchTip, hasCommit, readFacts, readTags } from './refs.ts';
import { branchConfig } from './settings.ts';
import { readReleaseTags } from './tags.ts';
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
    hasCommit: (name, signal) => hasCommit(client, root, name, signal),
    tracked: (paths, signal) => readTracked(client, root, paths, signal),
    isHeld: (text, except, signal) => isHeld(client, root, text, except, signal),
    mentions: (request, signal) => readMentions(client, root, request, signal),
    lineOrigins: (...request) => readLineOrigins(client, root, ...request),
    changedBetween: (...request) => changedBetween(client, root, ...request),
    tags: signal => readTags(client, root, signal),
    history: (request, sink, signal) => readHistory(client, root, request, sink, signal),
    releaseTags: signal => readReleaseTags(client, root, signal),
    sizes: (commits, signal) => readSizes(client, root, commits, signal),
    changedPaths: (...request) => readChangedPaths(client, root, ...request),
    openBranches: (request, signal) => readOpenBranches(client, layout, request, signal),
    groupSizes: (sets, signal) => readGroupSizes(client, root, sets, signal),
  };
}
