import type { Answer } from './answer.ts';
import type { Change } from './changeWhy.ts';
import type { EpicFile } from './epic.ts';

/** Changes that belong together. Times are epoch seconds at which they landed. */
export interface ChangeGroup {
  readonly changes: number;
  readonly first: number;
  readonly last: number;
}

/** What an epic did to a file or folder. */
export interface ShapedBy extends ChangeGroup {
  readonly epic: EpicFile;
  /** Tickets through which the changes belong to it, most changes first. */
  readonly tickets: readonly string[];
}

export interface TicketChanges extends ChangeGroup {
  readonly ticket: string;
}

/** Why a file or folder is there. Each change counts once, merges are left out; most changes come first. */
export interface PathWhy {
  /** Inside the repository, with `/`; '' for all of it. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly changes: number;
  readonly outcomes: readonly ShapedBy[];
  readonly withoutEpic: readonly TicketChanges[];
  readonly withoutTicket: { readonly changes: number; readonly first: number | null; readonly last: number | null };
  readonly first: number | null;
  readonly last: number | null;
  /** Older changes are not counted: more than are read, or a shallow clone. */
  readonly cut: boolean;
}

/** `changes/cut`: see `PathWhy.cut`. */
export type PathMissing = 'changes/cut' | 'epics/none' | 'outcomes/none';
export type PathWhyAnswer = Answer<PathWhy, never, PathMissing>;

/** One group of a path's changes: those of an epic (by its file), of a ticket without one, or without any ticket. */
export type PathPart =
  | { readonly of: 'epic'; readonly file: string }
  | { readonly of: 'ticket'; readonly ticket: string }
  | { readonly of: 'nothing' };

/** Changes to look at, newest first. */
export interface ChangeList {
  readonly changes: readonly Change[];
  /** There are more, or older ones that cannot be seen. */
  readonly cut: boolean;
}

/** Commits whose tickets belong to an epic. */
export interface OutcomeChanges extends ChangeList {
  readonly epic: EpicFile;
}

/** A file that a commit changed against its first parent. */
export interface ChangedFile {
  /** Its name in the commit; the one that it had where it was removed. */
  readonly path: string;
  readonly removed: boolean;
  /** Where it was before, by full hash; null for a new file. */
  readonly before: { readonly commit: string; readonly path: string } | null;
}
