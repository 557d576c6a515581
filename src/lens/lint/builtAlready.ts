import { tipOfBranch, type RepositoryFacts } from '../../model/branch.ts';
import type { KeyRules } from '../../model/text/ticketKeys.ts';
import type { GitAnswers } from '../gitAnswers.ts';
import { MAX_BRANCH_COMMITS } from '../whyLens.ts';

export interface BuiltRequest {
  readonly facts: RepositoryFacts;
  readonly rules: KeyRules;
  /** Folder of the epic files. */
  readonly folder: string;
  /** Nothing is asked of git: what is not known yet counts as not built. */
  readonly quietly: boolean;
}

/** Whether a commit of the branch builds something: writing the epic down does not. What a commit changed is read once. */
export function createBuiltAlready(git: GitAnswers): (request: BuiltRequest) => Promise<boolean> {
  const pathsOf = new Map<string, readonly string[]>();
  return async ({ facts: { head, main }, rules, folder, quietly }) => {
    const tip = tipOfBranch(head);
    if (tip === null || main === null) return false;
    // The question of the branch's why, so that it is answered already.
    const commits = await git.commitsSince(main, tip, rules, MAX_BRANCH_COMMITS + 1);
    const unread = commits.map(({ hash }) => hash).filter(hash => !pathsOf.has(hash));
    if (unread.length > 0 && quietly) return false;
    if (unread.length > 0) await git.changedPaths(unread, (hash, paths) => pathsOf.set(hash, paths));
    const isOfEpics = (path: string) => path.startsWith(`${folder}/`);
    // A commit whose files cannot be told may build something.
    return commits.some(({ hash }) => {
      const paths = pathsOf.get(hash) ?? [];
      return paths.length === 0 || !paths.every(isOfEpics);
    });
  };
}
