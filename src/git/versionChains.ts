import type { VersionChange, VersionCommit } from './versionParser.ts';

/** Versions of one file that are read: the newest ones. */
const MOST_OF_A_FILE = 500;

/** Where one content came from. */
interface Step {
  readonly written: number;
  /** The file's name then. */
  readonly path: string;
  readonly blob: string;
}

/** A file before a commit moved it. */
export interface Source {
  readonly commit: string;
  readonly path: string;
  readonly blob: string;
}

/** The contents of a file, newest first, as far as it was followed. */
export interface Chain {
  readonly steps: readonly Step[];
  /** There may be older ones. */
  readonly cut: boolean;
  /** What is looked for next. */
  readonly next: Pick<Source, 'path' | 'blob'>;
  /** The commit in which the file is new below the folder that was read, if that commit has a parent. */
  readonly began: Pick<Source, 'commit' | 'path'> | null;
}

/** A change and the commit that made it. `at`: its place in the history, newest first. */
interface Made extends VersionChange {
  readonly commit: string;
  readonly at: number;
  readonly written: number;
  readonly isRoot: boolean;
}

/** Changes by the file's name after them, newest first. */
export type Changes = ReadonlyMap<string, readonly Made[]>;

export function changesByPath(commits: readonly VersionCommit[]): Changes {
  const byPath = new Map<string, Made[]>();
  commits.forEach(({ hash, changes, written, isRoot }, at) => {
    for (const change of changes) {
      const known = byPath.get(change.path) ?? [];
      byPath.set(change.path, known);
      known.push({ ...change, commit: hash, at, written, isRoot });
    }
  });
  return byPath;
}

/** A file of which nothing is known yet. */
export function beginning(next: Chain['next']): Chain {
  return { steps: [], cut: false, next, began: null };
}

/** Goes on with the commits that made the content, and the contents before it. */
export function follow(changes: Changes, chain: Chain, shallow: boolean): Chain {
  const steps = [...chain.steps];
  let { next } = chain;
  let at = -1;
  while (steps.length < MOST_OF_A_FILE) {
    const { path, blob } = next;
    const made = changes.get(path)?.find(change => change.at > at && change.new === blob);
    if (made?.new == null) break;
    steps.push({ written: made.written, path, blob: made.new });
    const { commit } = made;
    // What seems to begin at the edge of a shallow clone may be older.
    if (made.old === null)
      return { steps, next, cut: made.isRoot && shallow, began: made.isRoot ? null : { commit, path } };
    next = { path: made.before, blob: made.old };
    at = made.at;
  }
  return { steps, next, cut: true, began: null };
}
