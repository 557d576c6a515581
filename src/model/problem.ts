import type { TextRange } from './textRange.ts';

/** Every expected failure. `src/wording/problems.ts` turns each into a sentence and an action. */
export type ProblemCode =
  | 'git/not-found'
  | 'git/too-old'
  | 'git/no-repository'
  | 'git/not-owned'
  | 'git/timeout'
  | 'git/failed'
  | 'branch/not-found'
  | 'commit/not-found'
  | 'commit/no-parent'
  | 'head/detached'
  | 'history/empty'
  | 'internal'
  | 'workspace/untrusted'
  | 'workspace/no-folder'
  | 'file/not-found'
  | 'file/none'
  | 'file/elsewhere'
  | 'path/not-found'
  | 'file/binary'
  | 'line/not-found'
  | 'file/unreadable'
  | 'file/too-large'
  | 'file/changed-underneath'
  | 'file/exists'
  | 'file/conflict'
  | 'file/outside-repository'
  | 'front-matter/missing'
  | 'yaml/invalid'
  | 'schema/invalid'
  | 'epic/duplicate-key'
  | 'epic/not-found'
  | 'epic/read-only'
  | 'document/not-linked'
  | 'team/not-found'
  | 'team/no-scope'
  | 'team/broken'
  | 'team/not-written'
  | 'ticket/invalid-key'
  | 'window/future'
  | 'window/too-early'
  | 'window/too-long';

/** An expected failure as a value: what, where, and the detail that helps to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path inside the repository, with `/`. */
  readonly file?: string;
  readonly range?: TextRange;
  /** 1-based line of `range`, for faces that have no editor. */
  readonly line?: number;
  /** 1-based column of `range` in UTF-16 units, likewise. */
  readonly column?: number;
  /** The parser's or git's own words, already free of people's names. */
  readonly detail?: string;
  /** Names that would have been known. */
  readonly known?: readonly string[];
}

/**
 * The bundles that load each other each carry a copy of these classes, so `instanceof` asks for the name, not the copy.
 */
function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}

/** Thrown by ports for an expected failure; the error boundary of each face shows its problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail === undefined ? problem.code : `${problem.code}: ${problem.detail}`, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isNamed(error, 'ProblemError');
  }
}

/** Thrown when the caller cancelled. Faces stay silent about it. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CancelledError';
  }

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isNamed(error, 'CancelledError');
  }
}
