import { tipOfBranch, type RepositoryFacts } from '../../model/branch.ts';
import type { Commit } from '../../model/commit.ts';
import type { Epic } from '../../model/epic.ts';
import { matchesGlob } from '../../model/text/glob.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';

/** Commits that are looked at: of those that mention a key of an epic, and of the branch. */
const MOST_COMMITS = 2_000;
/** With more epics, their mentions share what so many may have. */
const MOST_EPICS = 5;

/** What is asked of the commits that are linked to an epic. */
export interface LinkedQuestion {
  readonly epic: Epic;
  /** The current branch is about this epic, so that all of its commits are linked to it. */
  readonly isBranchOfEpic: boolean;
  readonly globs: readonly string[];
}

export interface LinkedRequest {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  /** Any number of epics: git is asked once for all. */
  readonly asked: readonly LinkedQuestion[];
}

/**
 * For each epic and each glob of a `changed` proof whether a commit linked to the epic, on this branch or on main already,
 * touches it, in the order of the questions. A glob is left out where that cannot be told: in a shallow clone that does not
 * show it.
 */
export type LinkedChanges = (request: LinkedRequest) => Promise<readonly ReadonlyMap<string, boolean>[]>;

/** What a commit changed is read once. */
export function createLinkedChanges(git: GitAnswers): LinkedChanges {
  const pathsOf = new Map<string, readonly string[]>();
  return async request => {
    const { facts } = request;
    const linked = await linkedCommits(git, request);
    const unread = [...new Set(linked.flat())].filter(hash => !pathsOf.has(hash));
    if (unread.length > 0) await git.changedPaths(unread, (hash, paths) => pathsOf.set(hash, paths));
    return request.asked.map(({ globs }, at) => {
      const touches = (glob: string): boolean =>
        linked[at]?.some(hash => pathsOf.get(hash)?.some(path => matchesGlob(glob, path)) ?? false) ?? false;
      const told = globs.map(glob => [glob, touches(glob)] as const);
      return new Map(told.filter(([, holds]) => holds || !facts.shallow));
    });
  };
}

/** Hashes of the commits that are linked to each epic of which something is asked. */
async function linkedCommits(
  git: GitAnswers,
  { facts, rules, asked }: LinkedRequest,
): Promise<readonly (readonly string[])[]> {
  const { head, main } = facts;
  const words = [...new Set(asked.flatMap(({ globs, epic }) => (globs.length === 0 ? [] : keysOf(epic))))];
  if (main === null || words.length === 0) return asked.map(() => []);
  const tip = tipOfBranch(head) ?? (head.kind === 'detached' ? head.hash : main.hash);
  const limit = Math.min(asked.length, MOST_EPICS) * MOST_COMMITS;
  const mention = git.mentions({ main, rules, tips: [...new Set([main.hash, tip])], words, limit });
  const needsOwn = tip !== main.hash && asked.some(({ globs, isBranchOfEpic }) => isBranchOfEpic && globs.length > 0);
  const own = needsOwn ? git.commitsSince(main, tip, rules, MOST_COMMITS) : [];
  const [mentioning, ofBranch] = [await mention, await own];
  return asked.map(({ epic, globs, isBranchOfEpic }) => {
    if (globs.length === 0) return [];
    const keys = new Set(keysOf(epic).map(word => word.toUpperCase()));
    const linked = mentioning.filter(commit => isLinked(commit, keys));
    return [...linked, ...(isBranchOfEpic ? ofBranch : [])].map(({ hash }) => hash);
  });
}

function keysOf({ key, tickets }: Epic): readonly string[] {
  return [key, ...tickets];
}

/** A word of the message that only looks like a key links nothing. */
function isLinked({ facts }: Commit, keys: ReadonlySet<string>): boolean {
  const { titleKeys, closes, bodyKeys, merge } = facts;
  const branch = merge?.branch?.key ?? null;
  return [...titleKeys, ...closes, ...bodyKeys, ...(branch === null ? [] : [branch])].some(key =>
    keys.has(key.toUpperCase()),
  );
}
