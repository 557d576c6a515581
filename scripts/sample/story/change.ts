export type Convention = 'feat' | 'fix' | 'refactor' | 'chore' | 'docs' | 'test';

/** A branch that lands by a merge commit. */
export interface Merge {
  readonly kind: 'merge';
  readonly id: string;
  readonly convention: Convention;
  readonly ticket: string;
  readonly title: string;
  /** Subjects of the branch's commits; the n-th applies the change `id.n`. */
  readonly steps: readonly string[];
  /** Landed about this many days before (negative) the end of the story; without it, between its neighbours. */
  readonly day: number | null;
  /** Took this many days, most of them without a commit. */
  readonly waited: number | null;
  /** Was rebased just before it landed. */
  readonly rebased: boolean;
}

/** A branch that lands as one commit, and says nothing of when it was begun. */
export interface Squash {
  readonly kind: 'squash';
  readonly id: string;
  readonly title: string;
  readonly refs: string | null;
  readonly day: null;
}

/** A commit made on main. */
export interface Trunk {
  readonly kind: 'trunk';
  readonly id: string;
  readonly title: string;
  readonly day: number | null;
}

/** What the dependency bot lands. */
export interface Bump {
  readonly kind: 'bump';
  readonly id: string;
  readonly title: string;
  readonly day: null;
}

export interface Revert {
  readonly kind: 'revert' | 'reapply';
  /** The id of a merge that landed earlier. */
  readonly of: string;
  readonly day: number | null;
}

export interface Release {
  readonly kind: 'release';
  readonly version: string;
  readonly day: number | null;
}

export type Change = Merge | Squash | Trunk | Bump | Revert;
export type StoryEvent = Change | Release;

/** A branch that has not landed: its commits with the days before the end of the story on which they were made. */
export interface OpenBranch {
  readonly id: string;
  readonly name: string;
  /** When it left main. */
  readonly from: number;
  readonly steps: readonly { readonly day: number; readonly subject: string }[];
}

interface MergeOptions {
  readonly day?: number;
  readonly waited?: number;
  readonly rebased?: boolean;
}

export function merge(
  convention: Convention,
  ticket: string,
  id: string,
  title: string,
  steps: readonly string[],
  options: MergeOptions = {},
): Merge {
  const { day = null, waited = null, rebased = false } = options;
  return { kind: 'merge', id, convention, ticket, title, steps, day, waited, rebased };
}

export function squash(id: string, title: string, refs: string | null = null): Squash {
  return { kind: 'squash', id, title, refs, day: null };
}

export function trunk(id: string, title: string, day: number | null = null): Trunk {
  return { kind: 'trunk', id, title, day };
}

export function bump(id: string, title: string): Bump {
  return { kind: 'bump', id, title, day: null };
}

export function revert(of: string, day: number): Revert {
  return { kind: 'revert', of, day };
}

export function reapply(of: string): Revert {
  return { kind: 'reapply', of, day: null };
}

export function release(version: string, day: number | null = null): Release {
  return { kind: 'release', version, day };
}

/** The branch a merge came from. */
export function branchName(change: Merge): string {
  const folder = change.convention === 'feat' ? 'feature' : change.convention;
  return `${folder}/${change.ticket}-${change.id}`;
}
