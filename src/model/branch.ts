import type { BranchFacts } from './text/branchName.ts';

/** What HEAD is. `ref` is the full name of the branch, for git only: it is never shown, stored or sent. */
export type HeadState =
  | { readonly kind: 'branch'; readonly ref: string; readonly hash: string; readonly facts: BranchFacts }
  | { readonly kind: 'unborn'; readonly ref: string; readonly facts: BranchFacts }
  | { readonly kind: 'detached'; readonly hash: string };

/** The branch that work lands on, and how it was found. */
export interface MainBranch {
  /** `refs/heads/…` or `refs/remotes/…`. */
  readonly ref: string;
  readonly hash: string;
  /** The short name (`main`): main branches carry no person's name. */
  readonly name: string;
  readonly how: 'team' | 'originHead' | 'commonName' | 'head';
}

/** Facts of a repository that limit what can be answered. */
export interface RepositoryFacts {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  readonly head: HeadState;
  readonly main: MainBranch | null;
  readonly shallow: boolean;
  readonly partialClone: boolean;
  /** The work tree is one of several of this repository (`git worktree`). */
  readonly linkedWorktree: boolean;
  readonly submodule: boolean;
}
