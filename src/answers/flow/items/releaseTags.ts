import type { TeamFile } from '../../../model/epic.ts';
import { matchesGlob } from '../../../model/text/glob.ts';

/** A tag's name, read as a release. */
export interface ReleaseName {
  /** What stands before the version: tells the release lines of a monorepo apart. It may name somebody and is never shown. */
  readonly prefix: string;
  /** `2.1.0`. */
  readonly version: string;
  readonly numbers: readonly number[];
  readonly hotfix: boolean;
}

/** METRICS D5. Read from the end, so that no long name is looked at twice. */
const VERSION = /(?<![\w.])v?(\d{1,9}(?:\.\d{1,9}){1,3})(?:[.+-](?:ga|final|release))?$/i;
const PREFIX = /^(?:[\w.@/-]*[-@/])?$/;
/** What a team's own glob may mean by a version: `deploy-2026-03-01`. */
const ANY_VERSION = /(?<!\d)\d{1,9}(?:[._-]\d{1,9})*(?!.*\d)/;
const MARKS = 'rc|cr|alpha|beta|m|snapshot|nightly|dev|pre|preview';
/** `rc-1.0` and `1.0-rc1` are no production releases, `dev-tools@1.0` is one. */
const PRE_RELEASE_BEFORE = new RegExp(`(?:^|[^a-z])(?:${MARKS})[-@/._]?$`, 'i');
const PRE_RELEASE_AFTER = new RegExp(`(?:^|[^a-z])(?:${MARKS})(?![a-z])`, 'i');
const HOTFIX = /(?:^|[^a-z])hotfix(?![a-z])/i;
const LONGEST_NAME = 200;

/** Reads a tag's name by the team's globs, or else by the built-in rules; null when it is no production release. */
export function readReleaseTag(name: string, releases: TeamFile['releases']): ReleaseName | null {
  if (name.length > LONGEST_NAME) return null;
  const found = releases.tags === null ? builtIn(name) : matchesGlob(releases.tags, name) ? anyVersion(name) : null;
  if (found === null) return null;
  const prefix = name.slice(0, found.index).replace(/(?<![a-z])v$/i, '');
  const version = (found[1] ?? found[0]).replaceAll(/[_-]/g, '.');
  const rest = name.slice(found.index + found[0].length);
  if (PRE_RELEASE_BEFORE.test(prefix) || PRE_RELEASE_AFTER.test(rest)) return null;
  const hotfix = releases.hotfix === null ? HOTFIX.test(name) : matchesGlob(releases.hotfix, name);
  return { prefix, version, numbers: version.split('.').map(Number), hotfix };
}

function builtIn(name: string): RegExpExecArray | null {
  const found = VERSION.exec(name);
  return found !== null && PREFIX.test(name.slice(0, found.index)) ? found : null;
}

function anyVersion(name: string): RegExpExecArray | null {
  return builtIn(name) ?? ANY_VERSION.exec(name);
}
