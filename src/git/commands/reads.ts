import { checkedCommit, checkedHash, checkedPath, checkedRef, command, type GitCommand } from './command.ts';

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
  | {
      readonly read: 'lineOrigins';
      readonly commit: string;
      readonly path: string;
      readonly lines: readonly number[];
      /** Files that list commits which are looked through; each was checked. */
      readonly ignoring: readonly string[];
    }
  /** The newest commit of `until` that `since` lacks and that changed the file; empty when there is none. */
  | { readonly read: 'lastChange'; readonly since: string; readonly until: string; readonly path: string };

/** Always there, so that reading the settings never comes back empty (simple-git waits 50 ms after silence). */
const SETTINGS =
  '^(core\\.repositoryformatversion|extensions\\.partialclone|remote\\..*\\.promisor|' +
  'branch\\..*\\.(outcomelens-ticket|outcomelens-ignore|github-pr-owner-number|gk-associated-issues))$';

/** What a repository's config may change of what blame prints. */
const PLAIN_BLAME = ['markIgnoredLines=false', 'markUnblamableLines=false', 'blankBoundary=false', 'coloring=none'];

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
      // Git dies of a file that is gone or broken, and reads whatever the config names: only checked ones are handed over.
      const ignored = ['--no-ignore-revs-file', ...read.ignoring.map(file => `--ignore-revs-file=${file}`)];
      const settings = PLAIN_BLAME.flatMap(setting => ['-c', `blame.${setting}`]);
      // `-s` prints nobody's name. Blame takes no `--end-of-options`.
      const args = [...settings, 'blame', '--no-textconv', '--root', '-s', '-l', ...ignored, ...ranges];
      return command(...args, checkedHash(read.commit), '--', checkedPath(read.path));
    }
    case 'lastChange': {
      const range = [checkedHash(read.until), `^${checkedHash(read.since)}`];
      return command('log', '-1', '--format=%H', '--end-of-options', ...range, '--', checkedPath(read.path));
    }
  }
}
