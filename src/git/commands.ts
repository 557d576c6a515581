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
  /** The settings of `SETTINGS` in the repository's own config: `name LF value NUL`. */
  | { readonly read: 'settings' }
  | { readonly read: 'tags' };

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
  /** Just the given commits, those that are missing left out. */
  | { readonly stream: 'given'; readonly format: string; readonly commits: readonly string[] }
  | { readonly stream: 'tree'; readonly commit: string; readonly path: string; readonly deep: boolean };

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
}

/** Always there, so that reading the settings never comes back empty (simple-git waits 50 ms after silence). */
const SETTINGS =
  '^(core\\.repositoryformatversion|extensions\\.partialclone|remote\\..*\\.promisor|' +
  'branch\\..*\\.(outcomelens-ticket|outcomelens-ignore|github-pr-owner-number|gk-associated-issues))$';

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
    case 'settings':
      return command('config', '--local', '--null', '--get-regexp', SETTINGS);
    case 'tags':
      return command('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/tags');
  }
}

/** The command of a stream. Throws a TypeError for a name that was not checked by the caller. */
export function streamCommand(stream: GitStream): GitCommand {
  switch (stream.stream) {
    case 'log': {
      const limit = stream.limit === null ? [] : [`--max-count=${Math.trunc(stream.limit)}`];
      const without = stream.without === null ? [] : [`^${checkedHash(stream.without)}`];
      const from = isFullHash(stream.from) ? stream.from : checkedRef(stream.from);
      return command('log', '-z', `--format=${stream.format}`, ...limit, '--end-of-options', from, ...without, '--');
    }
    case 'given': {
      const args = ['log', '-z', `--format=${stream.format}`, '--no-walk=unsorted', '--ignore-missing', '--stdin'];
      return { args, stdin: stream.commits.map(hash => `${checkedHash(hash)}\n`).join(''), aboutPeople: true };
    }
    case 'tree': {
      const path = pathInTree(stream.path);
      if (path === null) throw new TypeError('not a path inside the repository');
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
  return { args, stdin: '', aboutPeople: false };
}

function checkedHash(hash: string): string {
  if (!isFullHash(hash)) throw new TypeError('not a full hash');
  return hash;
}

function checkedRef(ref: string): string {
  if (!isBranchRef(ref)) throw new TypeError('not a branch');
  return ref;
}

function checkedCommit(name: string): string {
  return name === 'HEAD' || isShortHash(name) ? name : checkedRef(name);
}
