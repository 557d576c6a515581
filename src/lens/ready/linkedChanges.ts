import type { RepositoryFacts } from '../../model/branch.ts';
import type { Commit } from '../../model/commit.ts';
import type { Epic } from '../../model/epic.ts';
import { matchesGlob } from '../../model/text/glob.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';

/** Commits that are looked at: of those that mention a key, and of the branch. */
const MOST_COMMITS = 2_000;

export interface LinkedRequest {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  readonly epic: Epic;
  /** The current branch is about this epic, so that all of its commits are linked to it. */
  readonly isBranchOfEpic: boolean;
  readonly globs: readonly string[];
}

/**
 * For each glob of a `changed` proof whether a commit linked to the epic, on this branch or on main already, touches it. A
 * glob is left out where that cannot be told: in a shallow clone that does not show it.
 */
export type LinkedChanges = (request: LinkedRequest) => Promise<ReadonlyMap<string, boolean>>;

/** What a commit changed is read once. */
export function createLinkedChanges(git: GitAnswers): LinkedChanges {
  const pathsOf = new Map<string, readonly string[]>();
  return async request => {
    const { facts, globs } = request;
    if (globs.length === 0) return new Map();
    const hashes = (await linkedCommits(git, request)).map(({ hash }) => hash);
    const unread = hashes.filter(hash => !pathsOf.has(hash));
    if (unread.length > 0) await git.changedPaths(unread, (hash, paths) => pathsOf.set(hash, paths));
    const touches = (glob: string): boolean =>
      hashes.some(hash => pathsOf.get(hash)?.some(path => matchesGlob(glob, path)) ?? false);
    const told = globs.map(glob => [glob, touches(glob)] as const);
    return new Map(told.filter(([, holds]) => holds || !facts.shallow));
  };
}

async function linkedCommits(git: GitAnswers, request: LinkedRequest): Promise<readonly Commit[]> {
  const { facts, rules, epic, isBranchOfEpic } = request;
  const { head, main } = facts;
  if (main === null) return [];
  const tip = head.kind === 'unborn' ? main.hash : head.hash;
  const words = [epic.key, ...epic.tickets];
  const keys = new Set(words.map(word => word.toUpperCase()));
  const mention = git.mentions({ main, rules, tips: [...new Set([main.hash, tip])], words, limit: MOST_COMMITS });
  const own = isBranchOfEpic && tip !== main.hash ? git.commitsSince(main, tip, rules, MOST_COMMITS) : [];
  const linked = (await mention).filter(commit => isLinked(commit, keys));
  return [...linked, ...(await own)];
}

/** A word of the message that only looks like a key links nothing. */
function isLinked({ facts }: Commit, keys: ReadonlySet<string>): boolean {
  const { titleKeys, closes, bodyKeys, merge } = facts;
  const branch = merge?.branch?.key ?? null;
  return [...titleKeys, ...closes, ...bodyKeys, ...(branch === null ? [] : [branch])].some(key =>
    keys.has(key.toUpperCase()),
  );
}
