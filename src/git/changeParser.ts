import { createSplitter } from './pieces.ts';

/** Gets commits and what they changed, in git's order. */
export interface ChangeSink {
  /** `isRoot`: git shows no parent. */
  commit(hash: string, isRoot: boolean): void;
  /** A file that the last commit changed, by its new name. `lines`: added and deleted; 0 for a binary and for names only. */
  file(path: string, lines: number): void;
}

const RECORD_MARK = 1;
const COUNTS = /^(\d+|-)\t(\d+|-)\t/;

/**
 * Reads the `names` and `counts` that `commands/streams.ts` asks for. Fields are counted, never guessed: a path may hold line
 * breaks, tabs and the record mark.
 */
export function createChangeParser(show: 'counts' | 'names', sink: ChangeSink): (bytes: Buffer) => void {
  let hash = '';
  let lines = 0;
  let next: 'change' | 'parents' | 'oldPath' | 'path' = 'change';

  function change(piece: Buffer): typeof next {
    if (piece[0] === RECORD_MARK) {
      hash = piece.toString('latin1', 1);
      return 'parents';
    }
    // A line break, or with some formats an empty field, stands between a commit and its first file.
    const text = piece.toString('utf8').replace(/^\n/, '');
    if (text === '') return 'change';
    if (show === 'names') return 'path';
    const [counts, added, deleted] = COUNTS.exec(text) ?? [];
    if (counts === undefined) throw new Error('git log: a change does not begin where it should');
    lines = added === '-' ? 0 : Number(added) + Number(deleted);
    // A rename has its two names in fields of their own.
    if (text.length === counts.length) return 'oldPath';
    sink.file(text.slice(counts.length), lines);
    return 'change';
  }

  function advance(piece: Buffer): typeof next {
    switch (next) {
      case 'change':
        return change(piece);
      case 'parents':
        sink.commit(hash, piece.length === 0);
        return 'change';
      case 'oldPath':
        return 'path';
      case 'path':
        sink.file(piece.toString('utf8'), lines);
        return 'change';
    }
  }

  return createSplitter(0, piece => {
    next = advance(piece);
  });
}
