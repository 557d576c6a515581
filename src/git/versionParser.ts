import { createSplitter } from './pieces.ts';

/** A file that a commit changed. Contents go by their names; null stands for no file. */
export interface VersionChange {
  readonly path: string;
  /** Its name before; the same unless it was renamed. */
  readonly before: string;
  /** Of the first parent. */
  readonly old: string | null;
  readonly new: string | null;
}

/** A commit and the files below the folder that it changed. */
export interface VersionCommit {
  readonly hash: string;
  /** Git shows no parent: the first commit, or the edge of a shallow clone. */
  readonly isRoot: boolean;
  /** Epoch seconds. */
  readonly written: number;
  readonly changes: readonly VersionChange[];
}

const RECORD_MARK = 1;

/**
 * Reads the `versions` that `commands/streams.ts` asks for and returns a function that gives all commits, in git's order. Fields are
 * counted, never guessed: a path may hold line breaks and the record mark.
 */
export function createVersionParser(): { readonly take: (bytes: Buffer) => void; commits(): readonly VersionCommit[] } {
  const commits: (VersionCommit & { changes: VersionChange[]; isRoot: boolean; written: number })[] = [];
  let next: 'change' | 'parents' | 'written' | 'before' | 'path' = 'change';
  let old: string | null = null;
  let now: string | null = null;
  let before: string | null = null;

  function change(piece: Buffer): typeof next {
    if (piece[0] === RECORD_MARK) {
      commits.push({ hash: piece.toString('latin1', 1), isRoot: false, written: 0, changes: [] });
      return 'parents';
    }
    // A line break, or for a merge an empty field, stands between a commit and its first file.
    const text = piece.toString('latin1').replace(/^\n/, '');
    if (text === '') return 'change';
    const parents = /^:+/.exec(text)?.[0].length;
    if (parents === undefined) throw new Error('git log: a change does not begin where it should');
    // Modes of the parents and the result, contents of the same, and a status of a letter for each parent.
    const fields = text.slice(parents).split(' ');
    old = present(fields[parents + 1]);
    now = present(fields[2 * parents + 1]);
    before = null;
    const isRename = parents === 1 && /^[RC]/.test(fields[4] ?? '');
    return isRename ? 'before' : 'path';
  }

  function advance(piece: Buffer): typeof next {
    const commit = commits.at(-1);
    if (next === 'change' || commit === undefined) return change(piece);
    switch (next) {
      case 'parents':
        commit.isRoot = piece.length === 0;
        return 'written';
      case 'written':
        commit.written = Number(piece.toString('latin1'));
        return 'change';
      case 'before':
        before = piece.toString('utf8');
        return 'path';
      case 'path': {
        const path = piece.toString('utf8');
        commit.changes.push({ path, before: before ?? path, old, new: now });
        return 'change';
      }
    }
  }

  return {
    take: createSplitter(0, piece => {
      next = advance(piece);
    }),
    commits: () => commits,
  };
}

function present(hash: string | undefined): string | null {
  return hash === undefined || /^0*$/.test(hash) ? null : hash;
}
