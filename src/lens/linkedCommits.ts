import { tipOfBranch, type RepositoryFacts } from '../model/branch.ts';
import type { Commit } from '../model/commit.ts';
import type { Epic } from '../model/epic.ts';
import type { KeyRules } from '../model/text/ticketKeys.ts';
import type { GitAnswers } from './gitAnswers.ts';

/** Commits that are looked at: of those that mention a key of an epic, and of the branch. */
export const MOST_LINKED = 2_000;
/** With more epics, their mentions share what so many may have. */
const MOST_EPICS = 5;

export interface LinkedEpic {
  readonly epic: Epic;
  /** The current branch is about this epic, so that all of its commits are linked to it. */
  readonly isBranchOfEpic: boolean;
}

export interface LinkedEpics {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  /** null where nothing is wanted. */
  readonly epics: readonly (LinkedEpic | null)[];
}

/**
 * The commits that are linked to each epic, on the current branch or on main already, in the order of the epics: those of
 * the branch that is about it, then those that name one of its keys, each newest first. Git is asked once for all epics.
 */
export async function linkedCommits(
  git: GitAnswers,
  { facts, rules, epics }: LinkedEpics,
): Promise<readonly (readonly Commit[])[]> {
  const { head, main } = facts;
  const words = [...new Set(epics.flatMap(wanted => (wanted === null ? [] : keysOf(wanted.epic))))];
  if (main === null || words.length === 0) return epics.map(() => []);
  const tip = tipOfBranch(head) ?? (head.kind === 'detached' ? head.hash : main.hash);
  const limit = Math.min(epics.length, MOST_EPICS) * MOST_LINKED;
  const mention = git.mentions({ main, rules, tips: [...new Set([main.hash, tip])], words, limit });
  const needsOwn = tip !== main.hash && epics.some(wanted => wanted?.isBranchOfEpic === true);
  const own = needsOwn ? git.commitsSince(main, tip, rules, MOST_LINKED) : [];
  const [mentioning, ofBranch] = [await mention, await own];
  return epics.map(wanted => {
    if (wanted === null) return [];
    const keys = new Set(keysOf(wanted.epic).map(word => word.toUpperCase()));
    const linked = mentioning.filter(commit => isLinked(commit, keys));
    return wanted.isBranchOfEpic ? [...ofBranch, ...linked] : linked;
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
