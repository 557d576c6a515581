import type { MessageFacts } from './text/commitMessage.ts';

/** A commit without anybody in it. Times are epoch seconds. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** When the change was written (git's author date: survives a rebase). */
  readonly written: number;
  /** When the commit took its place in the history (git's committer date). */
  readonly landed: number;
  readonly facts: MessageFacts;
}

/** A commit that somebody asked to see. */
export interface TitledCommit extends Commit {
  /** The message's first line after the title rule; '' when nothing is left of it. */
  readonly title: string;
  /** The history that is here ends with it, and goes on elsewhere (shallow clone). */
  readonly edge: boolean;
}
