import type { BranchFacts } from './text/branchName.ts';

/** What HEAD is. `ref` is the full name of the branch, for git only: it is never shown, stored or sent. */
export type HeadState =
  | { readonly kind: 'branch'; readonly ref: string; readonly hash: string; readonly facts: BranchFacts }
  | { readonly kind: 'unborn'; readonly ref: string; readonly facts: BranchFacts }
  | { readonly kind: 'detached'; readonly hash: string }
  | PausedHead;

/** Work during which git leaves a branch and comes back to it. */
export type Pause = 'rebase' | 'bisect';

/** HEAD is detached, and git keeps in mind which branch it comes back to. */
export interface PausedHead {
  readonly kind: 'paused';
  readonly during: Pause;
  /** The branch's full name. */
  readonly ref: string;
  /** The commit that HEAD names. */
  readonly hash: string;
  /** The commit that the branch names: a rebase moves the branch at its end. */
  readonly tip: string;
  readonly facts: BranchFacts;
}

/** HEAD as another program tells of it. */
export interface SeenHead {
  /** The branch's short name; null when HEAD is detached. */
  readonly branch: string | null;
  /** null before the first commit. */
  readonly commit: string | null;
}

export function isHead(head: HeadState, { branch, commit }: SeenHead): boolean {
  const ref = head.kind === 'branch' || head.kind === 'unborn' ? head.ref : null;
  const hash = head.kind === 'unborn' ? null : head.hash;
  return ref === (branch === null ? null : `refs/heads/${branch}`) && hash === commit;
}

/** The commit that the branch in question names; null where there is none. */
export function tipOfBranch(head: HeadState): string | null {
  if (head.kind === 'paused') return head.tip;
  return head.kind === 'branch' ? head.hash : null;
}

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
