import { isFullHash } from '../names.ts';
import { checkedHash, checkedPath, checkedRef, command, hashLines, oneLine, type GitCommand } from './command.ts';

/** Answers of any size, read as they come. */
export type GitStream =
  /** Commits of `from` (a full hash or a branch ref) that `without` lacks, newest first. `format` is a constant of the reader, never data. */
  | {
      readonly stream: 'log';
      readonly format: string;
      readonly from: string;
      readonly without: string | null;
      readonly limit: number | null;
    }
  /** Commits that can be reached from any of `tips` (full hashes, any number) and that `without` lacks, newest first. */
  | {
      readonly stream: 'walk';
      readonly format: string;
      readonly tips: readonly string[];
      readonly without: readonly string[];
      readonly merges: boolean;
    }
  /** Commits of `tips` whose message holds one of the words, case ignored, newest first. */
  | {
      readonly stream: 'mentions';
      readonly format: string;
      readonly tips: readonly string[];
      readonly words: readonly string[];
      readonly limit: number;
    }
  /** Lines of tracked text files of the work tree that hold one of the texts: `path NUL line` each. */
  | { readonly stream: 'holders'; readonly texts: readonly string[] }
  /** Commits of `tip` that changed the path ('' for any), merges left out, newest first; `follow`: over renames of a file. */
  | {
      readonly stream: 'path';
      readonly format: string;
      readonly tip: string;
      readonly path: string;
      readonly follow: boolean;
    }
  /** Just the given commits, those that are missing left out. */
  | { readonly stream: 'given'; readonly format: string; readonly commits: readonly string[] }
  /** The given commits with what each changed against its first parent; `changeParser.ts` reads both kinds. */
  | { readonly stream: 'changes'; readonly show: 'counts' | 'names'; readonly commits: readonly string[] }
  /** One commit with the files that it changed against its first parent, each with git's letter, for `commitFiles.ts`. */
  | { readonly stream: 'files'; readonly commit: string; readonly renames: boolean }
  /** What lies between the commits of each pair: names as above, or patches for `patchParser.ts`. */
  | { readonly stream: 'comparisons'; readonly show: 'names' | 'patches'; readonly pairs: readonly Comparison[] }
  /** Commits of `tip` that changed a file below `folder`, newest first, each with the contents' names; for `versionParser.ts`. */
  | { readonly stream: 'versions'; readonly tip: string; readonly folder: string; readonly limit: number }
  /** The same of just the given commits, whatever the folder: shows where a file came from that is new in one. */
  | { readonly stream: 'moves'; readonly commits: readonly string[] }
  /** Contents by their names, in that order, for `blobParser.ts`. */
  | { readonly stream: 'blobs'; readonly hashes: readonly string[] }
  /** Refs, one a line, fields of a constant format. */
  | { readonly stream: 'refs'; readonly format: string; readonly below: readonly RefFolder[] }
  | { readonly stream: 'tree'; readonly commit: string; readonly path: string; readonly deep: boolean }
  /** The path's own entry, without its size, which asks for the content. */
  | { readonly stream: 'treeEntry'; readonly commit: string; readonly path: string }
  /** The path's own entry and those of the folders above it. */
  | { readonly stream: 'treePath'; readonly commit: string; readonly path: string }
  /** Commits that `tip` has and `without` lacks, newest first, each as `hash NUL parents NUL`. */
  | { readonly stream: 'graph'; readonly tip: string; readonly without: string }
  /** The line of first parents, newest first, each as `hash NUL landed NUL`. */
  | { readonly stream: 'firstParents'; readonly tip: string }
  /** Files that list commits to look through, each with a NUL behind it. */
  | { readonly stream: 'ignoreRevsFiles' };

/** Two commits by full hash; without a base the whole tree of `commit` is what changed. */
export interface Comparison {
  readonly commit: string;
  readonly base: string | null;
}

type RefFolder = 'refs/heads' | 'refs/remotes' | 'refs/tags';

/** Hash and parents; each of the two ends with a NUL. */
const CHANGE_HEADER = '--format=%x01%H%x00%P';
/** Hash, parents and when it was written; each ends with a NUL. */
const VERSION_HEADER = '--format=%x01%H%x00%P%x00%at';
/** A repository's attributes and config choose no program and no other way to count. */
const PLAIN_DIFF = [
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--root', '-O/dev/null'],
  ...['--diff-algorithm=myers', '--submodule=short', '--ignore-submodules=none'],
];
/** Of a merge only what is like in no parent: the rest came with other commits. */
const VERSIONS = [VERSION_HEADER, '-z', '--raw', '--no-abbrev', '-c', '-M', '--no-follow', ...PLAIN_DIFF];
/** Names of the same content are always told; more files are not compared with each other than this. */
const MOST_PAIRS = '-l400';
/** Without renames: telling them reads contents, which a partial clone does not have. */
const NAMES = ['-z', '--name-status', '--no-renames'];

const GIVEN = ['--no-walk=unsorted', '--ignore-missing', '--stdin'];

/** The command of a stream. Throws a TypeError for a name that was not checked by the caller. */
export function streamCommand(stream: GitStream): GitCommand {
  switch (stream.stream) {
    case 'log': {
      const limit = stream.limit === null ? [] : [`--max-count=${Math.trunc(stream.limit)}`];
      const without = stream.without === null ? [] : [`^${checkedHash(stream.without)}`];
      const from = isFullHash(stream.from) ? stream.from : checkedRef(stream.from);
      return command('log', '-z', `--format=${stream.format}`, ...limit, '--end-of-options', from, ...without, '--');
    }
    case 'walk': {
      const without = stream.without.map(hash => `^${checkedHash(hash)}\n`).join('');
      const merges = stream.merges ? [] : ['--no-merges'];
      const args = ['log', '-z', `--format=${stream.format}`, ...merges, '--stdin'];
      return { ...command(...args), stdin: hashLines(stream.tips) + without };
    }
    case 'mentions': {
      const words = stream.words.map(word => `--grep=${oneLine(word)}`);
      const limit = `--max-count=${Math.trunc(stream.limit)}`;
      const args = ['log', '-z', `--format=${stream.format}`, '-i', '-F', ...words, limit, '--stdin'];
      return { ...command(...args), stdin: hashLines(stream.tips) };
    }
    case 'holders': {
      const args = [
        ...['grep', '-z', '-I', '-F', '--no-color', '--no-line-number', '--no-column', '--full-name'],
        ...['--no-textconv', '--no-recurse-submodules', '-f', '-', '--'],
      ];
      // Not as arguments: the texts of many epics are longer than a command line may be.
      return { ...command(...args), stdin: stream.texts.map(text => `${oneLine(text)}\n`).join(''), nothingFound: 1 };
    }
    case 'given': {
      const args = ['log', '-z', `--format=${stream.format}`, ...GIVEN];
      return { ...command(...args), stdin: hashLines(stream.commits), aboutPeople: true };
    }
    case 'changes': {
      // `--first-parent` is understood by every git; `--diff-merges=first-parent` is not by 2.30.
      const shown = stream.show === 'counts' ? ['-z', '--numstat', '-M'] : NAMES;
      const args = ['log', CHANGE_HEADER, ...shown, '--first-parent', ...PLAIN_DIFF, ...GIVEN];
      return { ...command(...args), stdin: hashLines(stream.commits) };
    }
    case 'path': {
      const path = checkedPath(stream.path);
      const follow = stream.follow ? ['--follow', '-M'] : ['--no-follow'];
      const args = ['log', '-z', `--format=${stream.format}`, '--no-merges', ...follow, ...PLAIN_DIFF];
      return command(...args, '--end-of-options', checkedHash(stream.tip), '--', ...(path === '' ? [] : [path]));
    }
    case 'files': {
      const renames = stream.renames ? ['-M', MOST_PAIRS] : ['--no-renames'];
      const args = ['log', CHANGE_HEADER, '-z', '--name-status', ...renames, '--first-parent', ...PLAIN_DIFF];
      return command(...args, '--max-count=1', '--end-of-options', checkedHash(stream.commit), '--');
    }
    case 'comparisons': {
      const shown = stream.show === 'names' ? NAMES : ['--patch', '--full-index', '--no-renames'];
      const args = ['diff-tree', '--stdin', '-r', '--always', CHANGE_HEADER, ...shown, ...PLAIN_DIFF];
      return { ...command(...args), stdin: stream.pairs.map(comparisonLine).join('') };
    }
    case 'versions': {
      const limit = `--max-count=${Math.trunc(stream.limit)}`;
      const args = ['log', ...VERSIONS, limit, '--end-of-options', checkedHash(stream.tip)];
      return command(...args, '--', checkedPath(stream.folder) || '.');
    }
    case 'moves':
      return { ...command('log', ...VERSIONS, MOST_PAIRS, ...GIVEN), stdin: hashLines(stream.commits) };
    case 'blobs':
      return { ...command('cat-file', '--batch'), stdin: hashLines(stream.hashes) };
    case 'refs':
      return command('for-each-ref', `--format=${stream.format}`, ...stream.below);
    case 'treeEntry': {
      const path = checkedPath(stream.path);
      return command('ls-tree', '-z', '--full-tree', checkedHash(stream.commit), '--', path);
    }
    case 'treePath': {
      const parts = checkedPath(stream.path).split('/');
      const paths = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
      return command('ls-tree', '-z', '--full-tree', '-l', checkedHash(stream.commit), '--', ...paths);
    }
    case 'graph': {
      const range = [checkedHash(stream.tip), `^${checkedHash(stream.without)}`];
      return command('log', '-z', '--format=%H%x00%P', '--end-of-options', ...range, '--');
    }
    case 'firstParents':
      return command(
        'log',
        '-z',
        '--first-parent',
        '--format=%H%x00%ct',
        '--end-of-options',
        checkedHash(stream.tip),
        '--',
      );
    case 'ignoreRevsFiles':
      return { ...command('config', '--null', '--path', '--get-all', 'blame.ignorerevsfile'), nothingFound: 1 };
    case 'tree': {
      const path = checkedPath(stream.path);
      // Sizes only where they are used: each costs a look at the object.
      const kind = stream.deep ? '-r' : '-l';
      const pathspec = path === '' ? [] : [path];
      return command('ls-tree', '-z', '--full-tree', kind, checkedHash(stream.commit), '--', ...pathspec);
    }
  }
}

/** Git takes what follows the commit for its parents. */
function comparisonLine({ commit, base }: Comparison): string {
  return `${checkedHash(commit)}${base === null ? '' : ` ${checkedHash(base)}`}\n`;
}
