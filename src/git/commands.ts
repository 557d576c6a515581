import { isEpicKey } from '../model/text/ticketKeys.ts';
import type { BranchConfigKey, WritableBranchConfigKey } from '../model/ports/gitPort.ts';
import { ProblemError } from '../model/problem.ts';
import { isBranchRef, isFullHash, isShortHash, pathInTree } from './names.ts';

/** Small answers, read whole. */
export type GitRead =
  | { readonly read: 'version' }
  | { readonly read: 'layout' }
  | { readonly read: 'shallow' }
  | { readonly read: 'headRef' }
  /** Those of the named branches that exist, one `ref NUL hash NUL symbolic target` a line. */
  | { readonly read: 'branches'; readonly refs: readonly string[] }
  /** One line each: `hash`, or something else when there is no such commit. Names are `HEAD`, branch refs or hashes. */
  | { readonly read: 'commits'; readonly names: readonly string[] }
  | { readonly read: 'blob'; readonly hash: string }
  /** One best common ancestor of two commits, by full hash; git fails when there is none. */
  | { readonly read: 'mergeBase'; readonly commits: readonly [string, string] }
  /** The settings of `SETTINGS` in the repository's own config: `name LF value NUL`. */
  | { readonly read: 'settings' }
  | { readonly read: 'tags' }
  /** Those of the given files that are in the index, each with a NUL behind it. */
  | { readonly read: 'tracked'; readonly paths: readonly string[] }
  /** For each line of a file in a commit's tree the commit that it came with, one `hash n) text` a line. */
  | { readonly read: 'lineOrigins'; readonly commit: string; readonly path: string; readonly lines: readonly number[] }
  /** The newest commit of `until` that `since` lacks and that changed the file; empty when there is none. */
  | { readonly read: 'lastChange'; readonly since: string; readonly until: string; readonly path: string };

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
  /** Tracked text files of the work tree that hold the text, each with a NUL behind it. */
  | { readonly stream: 'holders'; readonly text: string }
  /** Just the given commits, those that are missing left out. */
  | { readonly stream: 'given'; readonly format: string; readonly commits: readonly string[] }
  /** The given commits with what each changed against its first parent; `changeParser.ts` reads both kinds. */
  | { readonly stream: 'changes'; readonly show: 'counts' | 'names'; readonly commits: readonly string[] }
  /** What lies between the commits of each pair: names as above, or patches for `patchParser.ts`. */
  | { readonly stream: 'comparisons'; readonly show: 'names' | 'patches'; readonly pairs: readonly Comparison[] }
  /** Refs, one a line, fields of a constant format. */
  | { readonly stream: 'refs'; readonly format: string; readonly below: readonly RefFolder[] }
  | { readonly stream: 'tree'; readonly commit: string; readonly path: string; readonly deep: boolean };

/** Two commits by full hash; without a base the whole tree of `commit` is what changed. */
export interface Comparison {
  readonly commit: string;
  readonly base: string | null;
}

type RefFolder = 'refs/heads' | 'refs/remotes' | 'refs/tags';

/** The only writes: a ticket key in the config section of a branch. */
export type GitChange =
  | {
      readonly change: 'set' | 'add';
      readonly ref: string;
      readonly key: WritableBranchConfigKey;
      readonly value: string;
    }
  | { readonly change: 'unset'; readonly ref: string; readonly key: WritableBranchConfigKey };

export interface GitCommand {
  readonly args: readonly string[];
  readonly stdin: string;
  /** What git says when it fails may name people and is not kept. */
  readonly aboutPeople: boolean;
  /** The exit code that says "nothing found" and is no failure. */
  readonly nothingFound: number;
}

/** Always there, so that reading the settings never comes back empty (simple-git waits 50 ms after silence). */
const SETTINGS =
  '^(core\\.repositoryformatversion|extensions\\.partialclone|remote\\..*\\.promisor|' +
  'branch\\..*\\.(outcomelens-ticket|outcomelens-ignore|github-pr-owner-number|gk-associated-issues))$';

/** Hash and parents; each of the two ends with a NUL. */
const CHANGE_HEADER = '--format=%x01%H%x00%P';
/** A repository's attributes and config choose no program and no other way to count. */
const PLAIN_DIFF = [
  ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--root', '-O/dev/null'],
  ...['--diff-algorithm=myers', '--submodule=short', '--ignore-submodules=none'],
];
/** Without renames: telling them reads contents, which a partial clone does not have. */
const NAMES = ['-z', '--name-status', '--no-renames'];

/** The command of a bounded read. Throws a TypeError for a name that was not checked by the caller. */
export function readCommand(read: GitRead): GitCommand {
  switch (read.read) {
    case 'version':
      return command('version');
    case 'layout':
      return command('rev-parse', '--show-toplevel', '--absolute-git-dir', '--git-common-dir');
    case 'shallow':
      return command('rev-parse', '--is-shallow-repository');
    case 'headRef':
      return command('symbolic-ref', 'HEAD');
    case 'branches':
      return command('for-each-ref', '--format=%(refname)%00%(objectname)%00%(symref)', ...read.refs.map(checkedRef));
    case 'commits': {
      const names = read.names.map(name => `${checkedCommit(name)}^{commit}\n`);
      return { ...command('cat-file', '--batch-check=%(objectname)'), stdin: names.join('') };
    }
    case 'blob':
      return command('cat-file', 'blob', checkedHash(read.hash));
    case 'mergeBase':
      return command('merge-base', ...read.commits.map(checkedHash));
    case 'settings':
      return command('config', '--local', '--null', '--get-regexp', SETTINGS);
    case 'tags':
      return command('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/tags');
    case 'tracked':
      return command('ls-files', '-z', '--', ...read.paths.map(checkedPath));
    case 'lineOrigins': {
      const ranges = read.lines.flatMap(line => ['-L', `${Math.trunc(line)},${Math.trunc(line)}`]);
      // `-s` prints nobody's name. Blame takes no `--end-of-options`.
      const args = ['blame', '--no-textconv', '--root', '-s', '-l', ...ranges];
      return command(...args, checkedHash(read.commit), '--', checkedPath(read.path));
    }
    case 'lastChange': {
      const range = [checkedHash(read.until), `^${checkedHash(read.since)}`];
      return command('log', '-1', '--format=%H', '--end-of-options', ...range, '--', checkedPath(read.path));
    }
  }
}

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
        'grep',
        '-z',
        '-l',
        '-I',
        '-F',
        '--no-textconv',
        '--no-recurse-submodules',
        '-e',
        oneLine(stream.text),
      ];
      return { ...command(...args, '--'), nothingFound: 1 };
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
    case 'comparisons': {
      const shown = stream.show === 'names' ? NAMES : ['--patch', '--full-index', '--no-renames'];
      const args = ['diff-tree', '--stdin', '-r', '--always', CHANGE_HEADER, ...shown, ...PLAIN_DIFF];
      return { ...command(...args), stdin: stream.pairs.map(comparisonLine).join('') };
    }
    case 'refs':
      return command('for-each-ref', `--format=${stream.format}`, ...stream.below);
    case 'tree': {
      const path = checkedPath(stream.path);
      // Sizes only where they are used: each costs a look at the object.
      const kind = stream.deep ? '-r' : '-l';
      const pathspec = path === '' ? [] : [path];
      return command('ls-tree', '-z', '--full-tree', kind, checkedHash(stream.commit), '--', ...pathspec);
    }
  }
}

/** The command of a config change. Rejects a value that is no ticket key with `ticket/invalid-key`. */
export function changeCommand(change: GitChange): GitCommand {
  const name = branchSetting(change.ref, change.key);
  if (change.change === 'unset') return command('config', '--local', '--unset-all', name);
  if (!isEpicKey(change.value)) throw new ProblemError({ code: 'ticket/invalid-key' });
  return command('config', '--local', change.change === 'set' ? '--replace-all' : '--add', name, change.value);
}

/** `refs/heads/x` -> `branch.x.<key>`. Throws a TypeError when `ref` is no local branch. */
export function branchSetting(ref: string, key: BranchConfigKey): string {
  if (!isBranchRef(ref) || !ref.startsWith('refs/heads/')) throw new TypeError('not a local branch');
  return `branch.${ref.slice('refs/heads/'.length)}.${key}`;
}

function command(...args: string[]): GitCommand {
  return { args, stdin: '', aboutPeople: false, nothingFound: 0 };
}

function hashLines(hashes: readonly string[]): string {
  return hashes.map(hash => `${checkedHash(hash)}\n`).join('');
}

/** Git takes what follows the commit for its parents. */
function comparisonLine({ commit, base }: Comparison): string {
  return `${checkedHash(commit)}${base === null ? '' : ` ${checkedHash(base)}`}\n`;
}

function checkedHash(hash: string): string {
  if (!isFullHash(hash)) throw new TypeError('not a full hash');
  return hash;
}

function checkedPath(path: string): string {
  const inTree = pathInTree(path);
  if (inTree === null) throw new TypeError('not a path inside the repository');
  return inTree;
}

/** Git takes each line of a pattern for a pattern of its own. */
function oneLine(text: string): string {
  if (text === '' || /[\0\r\n]/.test(text)) throw new TypeError('not one line of text');
  return text;
}

function checkedRef(ref: string): string {
  if (!isBranchRef(ref)) throw new TypeError('not a branch');
  return ref;
}

function checkedCommit(name: string): string {
  return name === 'HEAD' || isShortHash(name) ? name : checkedRef(name);
}
