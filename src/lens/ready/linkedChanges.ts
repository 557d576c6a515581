import type { RepositoryFacts } from '../../model/branch.ts';
import { matchesGlob } from '../../model/text/glob.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import { linkedCommits, type LinkedEpic } from '../linkedCommits.ts';

/** What is asked of the commits that are linked to an epic. */
export interface LinkedQuestion extends LinkedEpic {
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
    const { facts, rules, asked } = request;
    // Where nothing is asked of an epic, git is not asked about it either.
    const epics = asked.map(question => (question.globs.length === 0 ? null : question));
    const commits = await linkedCommits(git, { facts, rules, epics });
    const linked = commits.map(ofEpic => ofEpic.map(({ hash }) => hash));
    const unread = [...new Set(linked.flat())].filter(hash => !pathsOf.has(hash));
    if (unread.length > 0) await git.changedPaths(unread, (hash, paths) => pathsOf.set(hash, paths));
    return asked.map(({ globs }, at) => {
      const touches = (glob: string): boolean =>
        linked[at]?.some(hash => pathsOf.get(hash)?.some(path => matchesGlob(glob, path)) ?? false) ?? false;
      const told = globs.map(glob => [glob, touches(glob)] as const);
      return new Map(told.filter(([, holds]) => holds || !facts.shallow));
    });
  };
}
